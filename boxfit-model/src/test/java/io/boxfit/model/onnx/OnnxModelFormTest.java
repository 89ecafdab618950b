package io.boxfit.model.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.layer.Enlarge;
import io.boxfit.model.layer.TopCells;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import io.boxfit.model.recipe.Recipes;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ONNX specification and readers of the file ask of it (ONNX checker, IR.md). */
class OnnxModelFormTest {
  private static final Network GRAY = Recipes.named("reliable").network();

  private static ModelCard card(boolean wholePixels) {
    return new ModelCard(
        "1.2.3", List.of("letter", "a \"b\"\n"), "abc", new Box(1, 2.5, 3, 4), wholePixels);
  }

  private static ModelProto parsed(OnnxModel model) throws Exception {
    return ModelProto.parseFrom(model.bytes());
  }

  @ParameterizedTest
  @CsvSource({"1, false", "1, true", "3, false", "3, true"})
  void keepsTheRulesOfTheChecker(int channels, boolean wholePixels) throws Exception {
    Network network = new Network(new Input(200, 100, channels), GRAY.nodes());
    ModelProto model =
        parsed(OnnxModel.of(network, RandomWeights.of(network, 1), card(wholePixels)));
    GraphProto graph = model.getGraph();
    assertEquals(1, model.getOpsetImportCount());
    assertEquals("", model.getOpsetImport(0).getDomain());
    assertEquals(OnnxModel.OPSET, model.getOpsetImport(0).getVersion());
    assertEquals(OnnxModel.IR_VERSION, model.getIrVersion());
    assertFalse(graph.getName().isEmpty());

    Set<String> defined = new HashSet<>();
    graph.getInputList().forEach(input -> assertTrue(defined.add(input.getName())));
    for (TensorProto tensor : graph.getInitializerList()) {
      assertTrue(defined.add(tensor.getName()), "defined twice: " + tensor.getName());
      long elements = tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b);
      boolean floats = tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE;
      assertEquals(elements * (floats ? 4 : 8), tensor.getRawData().size(), tensor.getName());
    }
    Set<String> nodes = new HashSet<>();
    Set<String> used = new HashSet<>();
    for (NodeProto node : graph.getNodeList()) {
      assertEquals("", node.getDomain());
      assertTrue(nodes.add(node.getName()), "two nodes are named " + node.getName());
      for (String input : node.getInputList()) {
        assertTrue(input.isEmpty() || defined.contains(input), node.getName() + " takes " + input);
        used.add(input);
      }
      node.getOutputList()
          .forEach(output -> assertTrue(defined.add(output), "defined twice: " + output));
    }
    for (TensorProto tensor : graph.getInitializerList()) {
      assertTrue(used.contains(tensor.getName()), "unused: " + tensor.getName());
    }
    for (ValueInfoProto output : graph.getOutputList()) {
      assertTrue(defined.contains(output.getName()));
      used.add(output.getName());
    }
    for (NodeProto node : graph.getNodeList()) {
      assertTrue(
          node.getOutputList().stream().anyMatch(used::contains), "nobody uses " + node.getName());
    }
  }

  @ParameterizedTest
  @CsvSource({"false, box", "true, box boxUnrounded"})
  void declaresWhatGoesInAndOut(boolean wholePixels, String outputs) throws Exception {
    GraphProto graph =
        parsed(OnnxModel.of(GRAY, RandomWeights.of(GRAY, 1), card(wholePixels))).getGraph();
    assertEquals(
        List.of("image uint8 batch height width 3"),
        graph.getInputList().stream().map(OnnxModelFormTest::signature).toList());
    assertEquals(
        Stream.of(outputs.split(" ")).map(name -> name + " float32 batch 4").toList(),
        graph.getOutputList().stream().map(OnnxModelFormTest::signature).toList());
  }

  private static String signature(ValueInfoProto value) {
    int type = value.getType().getTensorType().getElemType();
    List<String> words = new ArrayList<>();
    words.add(value.getName());
    words.add(type == TensorProto.DataType.UINT8_VALUE ? "uint8" : type == 1 ? "float32" : "?");
    for (Dimension size : value.getType().getTensorType().getShape().getDimList()) {
      words.add(size.hasDimParam() ? size.getDimParam() : String.valueOf(size.getDimValue()));
    }
    return String.join(" ", words);
  }

  @Test
  void saysWhatItIs() throws Exception {
    ModelProto model = parsed(OnnxModel.of(GRAY, RandomWeights.of(GRAY, 1), card(true)));
    assertEquals("boxfit", model.getProducerName());
    assertEquals("1.2.3", model.getProducerVersion());
    assertFalse(model.getDocString().isEmpty());
    Map<String, String> metadata =
        model.getMetadataPropsList().stream()
            .collect(
                Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
    assertEquals(
        Map.of(
            "boxfit.version", "1.2.3",
            "boxfit.names", "[\"letter\",\"a \\\"b\\\"\\u000a\"]",
            "boxfit.format", "XYXY",
            "boxfit.recipeDigest", "abc",
            "boxfit.constantBaseline", "[1.0,2.5,3.0,4.0]",
            "boxfit.inputWidth", "200",
            "boxfit.inputHeight", "100",
            "boxfit.wholePixels", "true"),
        metadata);
  }

  @Test
  void holdsEveryParameterUnderItsOwnName() throws Exception {
    Map<String, float[]> weights = RandomWeights.of(GRAY, 1);
    Map<String, TensorProto> stored = new LinkedHashMap<>();
    parsed(OnnxModel.of(GRAY, weights, card(false)))
        .getGraph()
        .getInitializerList()
        .forEach(tensor -> stored.put(tensor.getName(), tensor));
    GRAY.parameters()
        .forEach(
            parameter -> {
              TensorProto tensor = stored.get(parameter.name());
              List<Long> sizes =
                  parameter.parameter().shape().sizes().stream().map(Integer::longValue).toList();
              assertEquals(sizes, tensor.getDimsList());
              float[] values = new float[weights.get(parameter.name()).length];
              tensor
                  .getRawData()
                  .asReadOnlyByteBuffer()
                  .order(ByteOrder.LITTLE_ENDIAN)
                  .asFloatBuffer()
                  .get(values);
              assertArrayEquals(weights.get(parameter.name()), values);
            });
  }

  @Test
  void equalInputGivesEqualBytes() {
    byte[] first = OnnxModel.of(GRAY, RandomWeights.of(GRAY, 1), card(true)).bytes();
    byte[] second = OnnxModel.of(GRAY, RandomWeights.of(GRAY, 1), card(true)).bytes();
    assertArrayEquals(first, second);
  }

  @Test
  void namesOfLayersMayBeThoseOfTheBoundary() throws Exception {
    Network network =
        new NetworkSketch()
            .add("boxUnrounded", NetworkSketch.conv(5, 3, 2, true), "image")
            .add("image/scaled", new CellBoxes(2, 12), "boxUnrounded")
            .add("best", new TopCells(1, 0.4), "image/scaled")
            .add("box", new Enlarge(0, 0), "best")
            .network(new Input(8, 6, 3));
    try (Session session =
        new Session(OnnxModel.of(network, RandomWeights.of(network, 1), card(true)).bytes())) {
      assertEquals(4, session.run(new byte[8 * 6 * 3], 1, 6, 8).get("boxUnrounded").length);
    }
  }

  @Test
  void refusesWeightsThatAreNotTheNetworks() {
    Map<String, float[]> weights = new LinkedHashMap<>(RandomWeights.of(GRAY, 1));
    float[] bias = weights.remove("cells.bias");
    assertRefused(weights, "weights: 'cells.bias' is missing: the network needs it");
    weights.put("cells.bias", new float[6]);
    assertRefused(weights, "weights: 'cells.bias' holds 6 numbers, the network needs 5");
    weights.put("cells.bias", bias);
    weights.put("cell.bias", bias);
    assertRefused(weights, "weights: 'cell.bias' is not a parameter of the network");
  }

  private static void assertRefused(Map<String, float[]> weights, String message) {
    BadInputException refused =
        assertThrows(BadInputException.class, () -> OnnxModel.of(GRAY, weights, card(true)));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void savesInOnePieceOrNotAtAll(@TempDir Path folder) throws Exception {
    OnnxModel model = OnnxModel.of(GRAY, RandomWeights.of(GRAY, 1), card(true));
    Path file = folder.resolve("model.onnx");
    Files.writeString(file, "older");
    model.save(file);
    assertArrayEquals(model.bytes(), Files.readAllBytes(file));
    Path occupied = Files.createDirectories(folder.resolve("occupied/by/others"));
    assertThrows(UncheckedIOException.class, () -> model.save(occupied.getParent()));
    BadInputException nowhere =
        assertThrows(
            BadInputException.class, () -> model.save(folder.resolve("absent/model.onnx")));
    assertTrue(
        nowhere
            .getMessage()
            .endsWith("cannot be written: its folder does not exist; make it first"),
        nowhere.getMessage());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          Set.of("model.onnx", "occupied"),
          left.map(path -> path.getFileName().toString()).collect(Collectors.toSet()));
    }
    assertFalse(Files.exists(folder.resolve("occupied/by.part")));
  }
}
