package io.boxfit.data.check;

import io.boxfit.data.Picture;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * 128 bits of SHA-256 over a picture's size and pixels: equal for the same picture, whatever the
 * file's format and metadata.
 */
record ContentKey(long high, long low) {

  static ContentKey of(Picture picture) {
    MessageDigest digest = sha256();
    digest.update(
        ByteBuffer.allocate(12)
            .putInt(picture.width())
            .putInt(picture.height())
            .putInt(picture.channels())
            .array());
    digest.update(picture.pixels());
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new ContentKey(bytes.getLong(), bytes.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
