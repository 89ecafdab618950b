/**
 * Applying a trained model: a picture in, a box out.
 *
 * <pre>{@code
 * try (BoxPredictor predictor = BoxPredictor.load(Path.of("model.onnx"))) {
 *   BufferedImage image = ImageIO.read(new File("letter.png"));
 *   Box box = predictor.predict(image);
 *   System.out.println(box);
 * }
 * }</pre>
 *
 * <p>The package needs nothing but {@code boxfit-core}, ONNX Runtime and the JDK. ONNX Runtime
 * unpacks its native library into {@code java.io.tmpdir} on first use. From JDK 24 on, start Java
 * with {@code --enable-native-access=ALL-UNNAMED} to keep the JVM from warning about that library.
 *
 * <p>On Linux, ONNX Runtime 1.29 crashes the JVM where its command line is longer than about 4,000
 * characters, as long class paths make it. Setting the environment variable {@code
 * ORT_DISABLE_TELEMETRY=1} avoids that, and so does handing the class path over in {@code
 * CLASSPATH}.
 */
package io.boxfit.predict;
