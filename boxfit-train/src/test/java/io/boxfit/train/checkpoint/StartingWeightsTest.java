package io.boxfit.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.random.Seed;
import io.boxfit.model.network.Network;
import io.boxfit.model.onnx.ModelCard;
import io.boxfit.model.onnx.OnnxModel;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.engine.ParameterLayout;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingWeightsTest {
  private static final Recipe RECIPE = Recipes.load("reliable", List.of("network=coarse-to-fine"));
  private static final Network NETWORK = RECIPE.network();
  private static final ParameterLayout LAYOUT = ParameterLayout.of(NETWORK);

  @TempDir Path folder;

  private static float[] start(long seed) {
    return LAYOUT.initial(new Seed(seed), RECIPE.initializer());
  }

  private Path save(Map<String, Safetensors.Entry> tensors) throws Exception {
    Path file = folder.resolve("weights.safetensors");
    Files.write(file, new Safetensors(Map.of(), tensors).bytes());
    return file;
  }

  private static Map<String, Safetensors.Entry> all(float[] flat) {
    Map<String, Safetensors.Entry> tensors = new LinkedHashMap<>();
    Map<String, float[]> parts = LAYOUT.split(flat);
    for (ParameterLayout.Slot slot : LAYOUT.slots()) {
      String name = slot.parameter().name();
      tensors.put(
          name,
          new Safetensors.Entry(slot.parameter().parameter().shape().sizes(), parts.get(name)));
    }
    return tensors;
  }

  @Test
  void aRunsOwnWeightsAreTakenWhole() throws Exception {
    float[] other = start(2);
    float[] flat = start(1);
    StartingWeights taken = StartingWeights.into(flat, LAYOUT, save(all(other)));
    assertTrue(Arrays.equals(other, flat));
    assertEquals(1, taken.share());
    assertEquals(List.of(), taken.left());
    String count = String.valueOf(LAYOUT.slots().size());
    assertEquals(
        "taken over: " + count + " of " + count + " parameters (100.0% of the numbers)",
        taken.line());
  }

  /** PyTorch's names behind a prefix; what has another shape or name is left as it was. */
  @Test
  void pytorchsNamesAreKnownAndOtherShapesLeft() throws Exception {
    float[] other = start(2);
    Map<String, Safetensors.Entry> tensors = new LinkedHashMap<>();
    all(other)
        .forEach(
            (name, entry) -> {
              String theirs =
                  name.replace(".kernel", ".weight")
                      .replace(".gain", ".weight")
                      .replace(".shift", ".bias");
              if (!name.startsWith("cells.")) {
                tensors.put("module." + theirs, entry);
              }
            });
    tensors.put("module.cells.weight", new Safetensors.Entry(List.of(2, 1), new float[2]));
    tensors.put("module.fc.weight", new Safetensors.Entry(List.of(1), new float[1]));
    float[] flat = start(1);
    StartingWeights taken = StartingWeights.into(flat, LAYOUT, save(tensors));
    assertEquals(List.of("cells.kernel", "cells.bias"), taken.left());
    assertEquals(List.of("module.cells.weight", "module.fc.weight"), taken.unused());
    Map<String, float[]> now = LAYOUT.split(flat);
    Map<String, float[]> theirs = LAYOUT.split(other);
    Map<String, float[]> before = LAYOUT.split(start(1));
    now.forEach(
        (name, values) -> {
          float[] wanted = (name.startsWith("cells.") ? before : theirs).get(name);
          assertTrue(Arrays.equals(wanted, values), name);
        });
    assertTrue(
        taken
            .line()
            .endsWith(
                "new here: cells.kernel, cells.bias; not used: "
                    + "module.cells.weight, module.fc.weight"),
        taken.line());
  }

  @Test
  void aModelFileGivesItsWeights() throws Exception {
    float[] other = start(3);
    ModelCard card = new ModelCard("0", List.of("it"), "0", new Box(0, 0, 1, 1), false);
    Path file = folder.resolve("model.onnx");
    OnnxModel.of(NETWORK, LAYOUT.split(other), card).save(file);
    float[] flat = start(1);
    assertEquals(1, StartingWeights.into(flat, LAYOUT, file).share());
    assertTrue(Arrays.equals(other, flat));
  }

  @Test
  void aFileWithNothingForTheNetworkIsRefused() throws Exception {
    Path file =
        save(Map.of("encoder.weight", new Safetensors.Entry(List.of(3), new float[] {1, 2, 3})));
    String message =
        assertThrows(BadInputException.class, () -> StartingWeights.into(start(1), LAYOUT, file))
            .getMessage();
    assertEquals(
        file
            + ": none of its 1 tensors has the name and shape of a parameter of this network; the"
            + " network's first is stem2.kernel, the file's first encoder.weight",
        message);
    Files.write(folder.resolve("bad.onnx"), new byte[] {1, 2, 3});
    assertThrows(
        BadInputException.class,
        () -> StartingWeights.into(start(1), LAYOUT, folder.resolve("bad.onnx")));
  }

  /** By hand: 0x3C00 is 1, 0xC100 is -2.5, 0x0001 is 2^-24, 0x7C00 is infinite. */
  @Test
  void halvesBecomeFloatsAndWholeNumbersAreLeftOut() throws Exception {
    String header =
        "{\"half\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]},"
            + "\"brain\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[8,10]},"
            + "\"count\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[10,18]}}";
    byte[] head = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(8 + head.length + 18).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(head.length).put(head);
    out.putShort((short) 0x3C00).putShort((short) 0xC100).putShort((short) 1);
    out.putShort((short) 0x7C00).putShort((short) 0x4049).putLong(7);
    Path file = folder.resolve("half.safetensors");
    Files.write(file, out.array());
    Map<String, Safetensors.Entry> tensors = Safetensors.readForeign(file).tensors();
    assertEquals(List.of("half", "brain"), new ArrayList<>(tensors.keySet()));
    float[] half = tensors.get("half").values();
    assertEquals(1, half[0]);
    assertEquals(-2.5f, half[1]);
    assertEquals(0x1p-24f, half[2]);
    assertEquals(Float.POSITIVE_INFINITY, half[3]);
    assertEquals(3.140625f, tensors.get("brain").values()[0]);
    assertThrows(BadInputException.class, () -> Safetensors.read(file));
  }

  /** All of the body, nothing of the classifier: names and shapes are torchvision's own. */
  @Test
  void resnet18OfTorchvisionFitsItsNetwork() throws Exception {
    Map<String, Safetensors.Entry> tensors = new LinkedHashMap<>();
    for (String line : lines("resnet18-torchvision.txt")) {
      List<String> words = List.of(line.split(" ", -1));
      if (!line.startsWith("#") && words.get(1).equals("float32")) {
        List<Integer> sizes =
            words.subList(2, words.size()).stream().map(Integer::valueOf).toList();
        int count = sizes.stream().reduce(1, (a, b) -> a * b);
        float[] values = new float[count];
        Arrays.fill(values, tensors.size());
        tensors.put(words.get(0), new Safetensors.Entry(sizes, values));
      }
    }
    assertEquals(102, tensors.size());
    Network network =
        Recipes.load("photographs", List.of("network=photographs-resnet18")).network();
    ParameterLayout layout = ParameterLayout.of(network);
    float[] flat = new float[layout.length()];
    StartingWeights taken = StartingWeights.into(flat, layout, save(tensors));
    assertEquals(100, taken.taken().size());
    assertEquals(List.of("fc.weight", "fc.bias"), taken.unused());
    assertTrue(taken.left().get(0).startsWith("lateral32."), taken::line);
    Map<String, float[]> now = layout.split(flat);
    List<String> names = List.copyOf(tensors.keySet());
    assertEquals(names.indexOf("layer4.1.bn2.running_var"), now.get("layer4.1.bn2.variance")[511]);
    assertEquals(
        names.indexOf("layer2.0.downsample.0.weight"), now.get("layer2.0.downsample.0.kernel")[0]);
  }

  private static List<String> lines(String name) throws Exception {
    try (InputStream in = StartingWeightsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
