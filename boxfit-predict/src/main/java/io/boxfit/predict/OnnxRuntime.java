package io.boxfit.predict;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.boxfit.core.BadInputException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** ONNX Runtime as this package uses it: silent, one environment for the whole JVM. */
final class OnnxRuntime {
  private static final Pattern ERROR_CODE = Pattern.compile("^Error code - \\w+ - message: ");

  /** Where in its sources ONNX Runtime gave up: long, and of no use to the reader. */
  private static final Pattern SOURCE_PLACE = Pattern.compile("\\S*onnxruntime_src\\S* .*?\\) ?");

  private static final Pattern FAILED_NODE =
      Pattern.compile(
          "Non-zero status code returned while running (\\S+) node\\. ?Name:'([^']*)' Status Message: ");

  private OnnxRuntime() {}

  /**
   * The environment; ONNX Runtime keeps one for the whole JVM and ends it with the JVM.
   *
   * @throws BadInputException if the native library cannot be unpacked or loaded
   */
  static OrtEnvironment environment() {
    try {
      return Holder.ENVIRONMENT;
    } catch (LinkageError e) {
      throw new BadInputException(
          "ONNX Runtime cannot be loaded on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ": java.io.tmpdir ("
              + System.getProperty("java.io.tmpdir")
              + ") must be a folder with 50 MB free from which programs may run",
          e);
    }
  }

  /**
   * Starts a session on a model; whoever asks closes it.
   *
   * @param model the bytes of an ONNX file
   * @param name of the model in messages
   * @throws BadInputException if ONNX Runtime refuses the model
   */
  static OrtSession open(byte[] model, String name, PredictorOptions options) {
    OrtEnvironment environment = environment();
    return open(name, options, settings -> environment.createSession(model, settings));
  }

  /**
   * Starts a session on a file, which may name other files beside it that hold weights; whoever
   * asks closes it.
   *
   * @throws BadInputException if ONNX Runtime refuses the model
   */
  static OrtSession open(Path model, PredictorOptions options) {
    OrtEnvironment environment = environment();
    return open(
        model.toString(),
        options,
        settings -> environment.createSession(model.toAbsolutePath().toString(), settings));
  }

  private static OrtSession open(String name, PredictorOptions options, Opening opening) {
    try (OrtSession.SessionOptions settings = new OrtSession.SessionOptions()) {
      // Everything worth knowing arrives as an exception; below FATAL it would be printed as well.
      settings.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      settings.setIntraOpNumThreads(options.threads());
      settings.setInterOpNumThreads(1);
      // Beside other work, threads that wait busily for each other take two to three times as long.
      settings.addConfigEntry("session.intra_op.allow_spinning", "0");
      return opening.with(settings);
    } catch (OrtException e) {
      throw new BadInputException(name + " is not a usable ONNX model: " + gist(e), e);
    }
  }

  /** Starts a session by settings. */
  @FunctionalInterface
  private interface Opening {
    OrtSession with(OrtSession.SessionOptions settings) throws OrtException;
  }

  /** The gist of a message of ONNX Runtime, one line. */
  static String gist(OrtException e) {
    String message = ERROR_CODE.matcher(String.valueOf(e.getMessage())).replaceFirst("");
    String failure = FAILED_NODE.matcher(message).replaceFirst("$1 '$2': ");
    return OneLine.of(SOURCE_PLACE.matcher(failure).replaceAll(""));
  }

  /** Loads the native library when it is first needed, not when a class is first named. */
  private static final class Holder {
    private static final OrtEnvironment ENVIRONMENT = start();

    private static OrtEnvironment start() {
      // An application that has started ONNX Runtime by itself keeps its own settings.
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      try {
        environment.setTelemetry(false);
      } catch (OrtException e) {
        throw new IllegalStateException("telemetry cannot be turned off", e);
      }
      return environment;
    }
  }
}
