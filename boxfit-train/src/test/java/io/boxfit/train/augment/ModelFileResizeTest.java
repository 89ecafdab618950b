package io.boxfit.train.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.boxfit.core.box.Box;
import io.boxfit.core.fit.Resize;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Picture;
import io.boxfit.data.resize.Resizing;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import io.boxfit.model.onnx.ModelCard;
import io.boxfit.model.onnx.OnnxModel;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.engine.ParameterLayout;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a model file makes of a picture is what training makes of it, to within a gray level. */
class ModelFileResizeTest {
  private static final int WIDTH = 72;
  private static final int HEIGHT = 56;

  @ParameterizedTest
  @EnumSource(Resize.class)
  void fileAndTrainingResizeAlike(Resize resize) throws Exception {
    String inside = resize == Resize.STRETCH ? "image/stretched" : "image/letterboxed";
    byte[] file = file(resize, inside);
    Input input = new Input(WIDTH, HEIGHT, 3, resize);
    RandomStream random = new Seed(3).stream("resize", 0);
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file)) {
      for (int i = 0; i < 60; i++) {
        Picture picture = picture(random, random.nextInt(1, 300), random.nextInt(1, 300));
        float[] shipped = run(session, picture, inside);
        Picture content = Resizing.content(picture, input.fit(picture.width(), picture.height()));
        compare(picture, content, shipped);
      }
    }
  }

  private static void compare(Picture picture, Picture content, float[] shipped) {
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          boolean inside = x < content.width() && y < content.height();
          double gray = inside ? content.value(x, y, c) : 127.5;
          double got = 127.5 + 127.5 * shipped[(c * HEIGHT + y) * WIDTH + x];
          String place =
              picture.width() + "x" + picture.height() + " at " + x + ", " + y + ", " + c;
          assertEquals(gray, got, 0.51, place);
        }
      }
    }
  }

  /** Noise: whatever a filter does otherwise shows. */
  private static Picture picture(RandomStream random, int width, int height) {
    byte[] pixels = new byte[width * height * 3];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.nextInt(256);
    }
    return new Picture(width, height, 3, pixels);
  }

  private static byte[] file(Resize resize, String inside) throws Exception {
    Network network =
        Recipes.load(
                "photographs",
                List.of(
                    "input.width=" + WIDTH,
                    "input.height=" + HEIGHT,
                    "input.resize=" + (resize == Resize.STRETCH ? "stretch" : "letterbox")))
            .network();
    ParameterLayout layout = ParameterLayout.of(network);
    ModelCard card = new ModelCard("0", List.of("it"), "0", new Box(0, 0, 1, 1), false);
    byte[] written = OnnxModel.of(network, layout.split(new float[layout.length()]), card).bytes();
    ModelProto.Builder opened = ModelProto.parseFrom(written).toBuilder();
    opened.getGraphBuilder().addOutput(ValueInfoProto.newBuilder().setName(inside));
    return opened.build().toByteArray();
  }

  private static float[] run(OrtSession session, Picture picture, String inside) throws Exception {
    byte[] bytes = picture.pixels();
    ByteBuffer pixels = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    long[] shape = {1, picture.height(), picture.width(), 3};
    try (OnnxTensor image =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), pixels, shape, OnnxJavaType.UINT8);
        OrtSession.Result result = session.run(Map.of("image", image))) {
      FloatBuffer values = ((OnnxTensor) result.get(inside).orElseThrow()).getFloatBuffer();
      float[] copy = new float[values.remaining()];
      values.get(copy);
      return copy;
    }
  }
}
