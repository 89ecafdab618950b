package io.boxfit.app.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;
import io.boxfit.doctor.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that cannot be asked, and what one line says of them; and files of every type of number.
 */
final class NetworkFileTest {
  private static final ModelQuestion NOTHING_SAID =
      new ModelQuestion(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @TempDir Path folder;

  private static List<KnownPicture> pictures() {
    List<KnownPicture> pictures = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      byte[] pixels = new byte[4 * 4 * 3];
      Arrays.fill(pixels, (byte) (30 * i));
      pictures.add(
          new KnownPicture(
              new Picture(4, 4, 3, pixels), 4, 4, new Box(0, 0, 1 + i % 3, 1 + i % 2)));
    }
    return pictures;
  }

  private static Evidence ask(Path file, ModelQuestion question) {
    return new ModelExamination(question, pictures(), (done, all) -> {}).of(file);
  }

  private static String refusal(Path file) {
    String line = assertThrows(BadInputException.class, () -> ask(file, NOTHING_SAID)).getMessage();
    assertFalse(line.contains("\n"), line);
    return line.replace(file.getParent() + "/", "");
  }

  /** A network that gives the mean of the picture four times. */
  private static OnnxSketch means(TensorProto.DataType type, String... dims) {
    return new OnnxSketch()
        .input("x", type, dims)
        .cast("pixels", "x", TensorProto.DataType.FLOAT)
        .mean("mean", "pixels")
        .constant("ones", 1, 1, 1, 1)
        .node("", "Squeeze", "one", List.of("mean"))
        .node("", "Mul", "y", List.of("one", "ones"))
        .output("y", "4");
  }

  @Test
  void noOnnx() throws IOException {
    Path text = Files.writeString(folder.resolve("a.onnx"), "hello world, not a model");
    assertTrue(refusal(text).startsWith("a.onnx is no ONNX file, or cut off"), refusal(text));
    Path pointer =
        Files.writeString(
            folder.resolve("c.onnx"), "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");
    assertEquals(
        "c.onnx is the pointer that Git keeps of a large file: run git lfs pull", refusal(pointer));
    Path empty = Files.write(folder.resolve("b.onnx"), new byte[] {8, 8});
    assertEquals("b.onnx is no ONNX file: it holds no network", refusal(empty));
  }

  @Test
  void unknownOperatorsAreNamed() throws IOException {
    Path file =
        new OnnxSketch()
            .input("x", "N", "3", "4", "4")
            .node("com.example", "MagicBox", "a", List.of("x"))
            .node("com.example", "MagicSort", "b", List.of("a"))
            .node("", "Magic", "y", List.of("b"))
            .output("y", "N", "4")
            .write(folder.resolve("a.onnx"));
    String line = refusal(file);
    assertTrue(
        line.startsWith("a.onnx uses what ONNX Runtime does not know, com.example.MagicBox"), line);
    assertTrue(line.contains("com.example.MagicSort"), line);
    Path standard =
        new OnnxSketch()
            .input("x", "N", "3", "4", "4")
            .node("", "Magic", "y", List.of("x"))
            .output("y", "N", "4")
            .write(folder.resolve("b.onnx"));
    assertTrue(refusal(standard).contains("does not know, Magic: "), refusal(standard));
  }

  @Test
  void weightsInAFileThatIsMissing() throws IOException {
    Path file =
        new OnnxSketch()
            .input("x", "N", "3", "4", "4")
            .external("w", "a.bin")
            .node("", "Identity", "y", List.of("w"))
            .output("y", "4")
            .write(folder.resolve("a.onnx"));
    assertEquals(
        "a.onnx keeps its weights in 'a.bin', which is not beside it: copy both files into one"
            + " folder",
        refusal(file));
    Path outside =
        new OnnxSketch()
            .input("x", "N", "3", "4", "4")
            .external("w", "../../etc/passwd")
            .node("", "Identity", "y", List.of("w"))
            .output("y", "4")
            .write(folder.resolve("b.onnx"));
    assertTrue(refusal(outside).contains("'../../etc/passwd', which is not beside it"));
  }

  @Test
  void inputsThatAreNoImage() throws IOException {
    String flat =
        refusal(
            new OnnxSketch()
                .input("x", "N", "48")
                .node("", "Identity", "y", List.of("x"))
                .output("y", "N", "48")
                .write(folder.resolve("a.onnx")));
    assertTrue(flat.startsWith("a.onnx takes x: float [?, 48], which is no image"), flat);
    String five =
        refusal(
            means(TensorProto.DataType.FLOAT, "1", "5", "4", "4").write(folder.resolve("b.onnx")));
    assertTrue(five.contains("x: float [1, 5, 4, 4], which is no image"), five);
    String text =
        refusal(
            new OnnxSketch()
                .input("x", TensorProto.DataType.STRING, "1", "3", "4", "4")
                .node("", "Identity", "y", List.of("x"))
                .output("y", TensorProto.DataType.STRING, "1", "3", "4", "4")
                .write(folder.resolve("c.onnx")));
    assertTrue(text.contains("x: string [1, 3, 4, 4], which is no image"), text);
    String large =
        refusal(
            means(TensorProto.DataType.FLOAT, "1", "3", "99999", "99999")
                .write(folder.resolve("d.onnx")));
    assertTrue(large.contains("more than 256 MB"), large);
  }

  private static ModelQuestion output(String name) {
    return new ModelQuestion(
        Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void outputsOfWhichNoneIsABox() throws IOException {
    Path four =
        new OnnxSketch()
            .input("x", "N", "3", "4", "4")
            .mean("a", "x")
            .mean("b", "x")
            .output("a", "N", "1", "1", "1")
            .output("b", "N", "1", "1", "1")
            .write(folder.resolve("a.onnx"));
    assertEquals(
        "a.onnx has 2 outputs, none of four numbers a picture: join them into one before the"
            + " export, by torch.cat or keras.layers.Concatenate: a: float [?, 1, 1, 1]; b:"
            + " float [?, 1, 1, 1]",
        refusal(four));
    Path one =
        new OnnxSketch()
            .input("x", "N", "3", "4", "4")
            .mean("y", "x")
            .output("y", "N", "1", "1", "1")
            .write(folder.resolve("c.onnx"));
    String line = refusal(one);
    assertTrue(line.contains("not four numbers a picture; a network of one box a picture"), line);
    Path five =
        means(TensorProto.DataType.FLOAT, "1", "3", "4", "4")
            .constant("five", 1, 1, 1, 1, 1)
            .node("", "Mul", "z", List.of("one", "five"))
            .output("z", "5")
            .write(folder.resolve("b.onnx"));
    line = assertThrows(BadInputException.class, () -> ask(five, output("z"))).getMessage();
    assertTrue(line.contains("not four numbers a picture; name another by --output: "), line);
  }

  @Test
  void anOpsetOfTheFutureIsNamed() throws IOException {
    Path file =
        means(TensorProto.DataType.FLOAT, "1", "3", "4", "4")
            .opset(99)
            .write(folder.resolve("a.onnx"));
    String line = refusal(file);
    assertTrue(
        line.matches(
            "a.onnx is written for opset 99, and ONNX Runtime knows them up to (\\d+): export it"
                + " with opset_version=\\1"),
        line);
  }

  @Test
  void aSizeThatTheInsideRefusesIsAskedFor() throws IOException {
    Path file =
        new OnnxSketch()
            .input("x", "N", "3", "H", "W")
            .constant("mask", 1, 1, 1, 1, 1, 1, 1)
            .node("", "Mul", "masked", List.of("x", "mask"))
            .mean("y", "masked")
            .output("y", "N", "4")
            .write(folder.resolve("a.onnx"));
    String line = refusal(file);
    assertTrue(line.startsWith("a.onnx fails: Mul 'masked': "), line);
    assertTrue(
        line.endsWith(
            "; it was fed with 4x4: say by --input-size the size that it was trained with"),
        line);
  }

  @Test
  void severalInputsAreAskedForAndTheOthersGetZeros() throws IOException {
    Path file =
        means(TensorProto.DataType.FLOAT, "1", "3", "4", "4")
            .input("training", TensorProto.DataType.BOOL, "1")
            .write(folder.resolve("a.onnx"));
    assertEquals(
        "a.onnx has 2 inputs; name the picture by --input: x: float [1, 3, 4, 4]; training: bool"
            + " [1]",
        refusal(file));
    ModelQuestion named =
        new ModelQuestion(
            Optional.of("x"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertEquals(21, ask(file, named).model().orElseThrow().tried());
  }

  @Test
  void everyTypeOfNumber() throws IOException {
    for (TensorProto.DataType type :
        List.of(
            TensorProto.DataType.FLOAT,
            TensorProto.DataType.FLOAT16,
            TensorProto.DataType.DOUBLE,
            TensorProto.DataType.UINT8,
            TensorProto.DataType.INT8,
            TensorProto.DataType.INT16,
            TensorProto.DataType.INT32,
            TensorProto.DataType.INT64)) {
      Path file = means(type, "1", "3", "4", "4").write(folder.resolve(type + ".onnx"));
      boolean whole = type.name().contains("INT");
      Evidence told = ask(file, NOTHING_SAID);
      assertEquals(whole ? 3 : 21, told.model().orElseThrow().tried(), type.name());
      double first = told.numbers().orElseThrow().rows().get(1)[0];
      double wanted = type == TensorProto.DataType.INT8 ? 30 - 128 : whole ? 30 : 30 / 255.0;
      assertEquals(wanted, first, 1e-3, type.name());
    }
  }

  @Test
  void axesThatTheFileLeavesOpenAreTriedBothWays() throws IOException {
    Path file =
        means(TensorProto.DataType.FLOAT, "1", "a", "b", "c").write(folder.resolve("a.onnx"));
    assertEquals(42, ask(file, NOTHING_SAID).model().orElseThrow().tried());
  }
}
