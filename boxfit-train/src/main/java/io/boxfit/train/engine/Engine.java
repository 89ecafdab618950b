package io.boxfit.train.engine;

import java.io.IOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** The one door to libtorch: loads it once and sets what holds for the whole process. */
public final class Engine {
  private Engine() {}

  /**
   * Loads the native libraries. Safe to call again.
   *
   * @throws EngineException if they cannot be loaded, with what to do
   */
  public static void start() {
    try {
      Started.once();
    } catch (LinkageError e) {
      throw new EngineException(
          "cannot load the native libraries of PyTorch for "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch")
              + ": "
              + reason(e)
              + "; they are unpacked to "
              + NativeLibraries.folder()
              + ", which must have room for 500 MB and not be mounted noexec; to take another"
              + " folder, set JAVA_TOOL_OPTIONS=-D"
              + NativeLibraries.FOLDER_PROPERTY
              + "=DIR",
          e);
    }
  }

  /** Of the innermost cause: the errors around it tell only that a class could not be used. */
  private static String reason(Throwable error) {
    Throwable innermost = error;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return message == null ? innermost.getClass().getSimpleName() : message;
  }

  /** The engine's name and version, for run.json. */
  public static String version() {
    try {
      return "PyTorch " + Loader.getVersion("org.bytedeco", "pytorch");
    } catch (IOException e) {
      return "PyTorch";
    }
  }

  /** Which vector instructions the engine's kernels use here; other ones give other last bits. */
  public static String instructions() {
    return torch.get_cpu_capability().getString();
  }

  /** Must be called first on every thread that computes: kernels then stay on that thread. */
  public static void claimThread() {
    torch.set_num_threads(1);
  }

  private static final class Started {
    static {
      // JavaCPP counts what the C library keeps for reuse as well; its default limit is too low.
      System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
      System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
      System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
      NativeLibraries.extractAll();
      Loader.load(torch.class);
      // Every worker computes alone: results do not depend on how many cores take part.
      torch.set_num_threads(1);
    }

    static void once() {}
  }
}
