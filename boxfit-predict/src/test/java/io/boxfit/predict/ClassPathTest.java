package io.boxfit.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import io.boxfit.core.box.Box;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whoever embeds this gets two more libraries, the core and ONNX Runtime, and nothing else. */
class ClassPathTest {
  private static final String PROGRAM =
      """
      import io.boxfit.core.box.Box;
      import io.boxfit.predict.*;
      import java.awt.image.BufferedImage;
      import java.nio.file.*;

      class Embedding {
        public static void main(String[] args) throws Exception {
          BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
          image.setRGB(7, 3, 0xFFFFFF);
          try (BoxPredictor predictor = BoxPredictor.load(Path.of(args[0]))) {
            System.out.println(predictor.predict(image));
            System.out.println(predictor.predict(Path.of(args[1])));
          }
          try {
            BoxPredictor.load(new byte[] {1, 2, 3}).close();
          } catch (io.boxfit.core.BadInputException e) {
            System.out.println("refused");
          }
          try (var unpacked = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            System.out.println(unpacked.anyMatch(f -> f.toString().contains("onnxruntime")));
          }
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void coreAndOnnxRuntimeAreEnough() throws Exception {
    Path model = Files.write(folder.resolve("model.onnx"), TinyModel.brightest().bytes());
    byte[] png = Pictures.encoded(Pictures.dot(30, 20, 29, 0), "png");
    Path picture = Files.write(folder.resolve("dot.png"), png);
    Path program = Files.writeString(folder.resolve("Embedding.java"), PROGRAM);
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path output = folder.resolve("output.txt");

    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.io.tmpdir=" + temporary);
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            placeOf(BoxPredictor.class),
            placeOf(Box.class),
            placeOf(OrtEnvironment.class)));
    command.addAll(List.of(program.toString(), model.toString(), picture.toString()));

    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(
        """
        Box[xMin=7.0, yMin=3.0, xMax=8.0, yMax=4.0]
        Box[xMin=29.0, yMin=0.0, xMax=30.0, yMax=1.0]
        refused
        true
        """,
        Files.readString(output).replace(System.lineSeparator(), "\n"));
    assertEquals(0, process.exitValue());
    try (Stream<Path> left = Files.walk(temporary)) {
      List<Path> files = left.filter(Files::isRegularFile).toList();
      assertTrue(files.stream().noneMatch(f -> f.toString().contains("onnxruntime")), "" + files);
    }
  }

  private static String placeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  @Test
  void nothingElseIsDeclared() throws Exception {
    Path here = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    assertEquals(List.of("boxfit-core", "onnxruntime"), dependencies(here.resolve("pom.xml")));
    assertEquals(List.of(), dependencies(here.resolveSibling("boxfit-core").resolve("pom.xml")));
  }

  /** What others inherit: everything but test scope. */
  private static List<String> dependencies(Path pom) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    NodeList all = document.getElementsByTagName("dependency");
    List<String> inherited = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element dependency = (Element) all.item(i);
      NodeList scope = dependency.getElementsByTagName("scope");
      if (scope.getLength() == 0 || !scope.item(0).getTextContent().equals("test")) {
        inherited.add(dependency.getElementsByTagName("artifactId").item(0).getTextContent());
      }
    }
    return inherited;
  }
}
