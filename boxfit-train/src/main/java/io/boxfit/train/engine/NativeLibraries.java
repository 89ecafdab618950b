package io.boxfit.train.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * Unpacks every native library before the first is loaded.
 *
 * <p>JavaCPP unpacks and loads one library after the other. The first one's dependencies would then
 * be looked for where the system looks, and a libtorch of another version installed there be taken.
 */
final class NativeLibraries {
  /** System property that names the folder to unpack to. */
  static final String FOLDER_PROPERTY = "org.bytedeco.javacpp.cachedir";

  private NativeLibraries() {}

  /** Where the libraries are unpacked to, as far as that can be told. */
  static String folder() {
    try {
      return Loader.getCacheDir().getPath();
    } catch (IOException | LinkageError e) {
      return System.getProperty(FOLDER_PROPERTY, "~/.javacpp or the temporary folder");
    }
  }

  static void extractAll() {
    extract(Loader.class, "javacpp");
    extract(openblas_nolapack.class, "openblas");
    extract(torch.class, "pytorch");
  }

  private static void extract(Class<?> owner, String library) {
    String folder = "/org/bytedeco/" + library + "/" + Loader.getPlatform() + "/";
    try {
      Loader.cacheResources(owner, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + folder + ": " + e.getMessage(), e);
    }
  }
}
