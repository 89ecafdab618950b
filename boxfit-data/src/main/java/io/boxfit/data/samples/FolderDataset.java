package io.boxfit.data.samples;

import io.boxfit.data.Dataset;
import io.boxfit.data.Sample;
import io.boxfit.data.image.PictureReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Pictures of a folder as they are, decoded when asked for.
 *
 * @param pictures the samples
 */
public record FolderDataset(List<LocatedPicture> pictures) implements Dataset {

  /** Copies the list. */
  public FolderDataset {
    pictures = List.copyOf(pictures);
  }

  @Override
  public int size() {
    return pictures.size();
  }

  @Override
  public Sample get(int index) {
    LocatedPicture picture = pictures.get(index);
    return new Sample(picture.name(), PictureReader.read(picture.file()), picture.box());
  }

  @Override
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (LocatedPicture picture : pictures) {
        String line = picture.name() + "\n" + picture.content() + "\n" + picture.box() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
