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
 */
package io.boxfit.predict;
