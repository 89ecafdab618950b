package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trained network as an ONNX file that needs nothing around it.
 *
 * <p>Input {@code image}: uint8 [batch, height, width, 3], RGB, of any size; other sizes than the
 * network's are stretched or letterboxed to it, as its input says. Output {@code box}: float32
 * [batch, 4], left, top, right, bottom in pixels of the given pictures, sides in order unless the
 * network ends in a BoxHead. Where the card asks for whole pixels, {@code box} is rounded (halves
 * to the even one) and {@code boxUnrounded} holds it before.
 *
 * <p>Where the card has a scale for it, output {@code confidence}: float32 [batch], how probable it
 * is that the box meets the object with an IoU of at least 0.5.
 *
 * <p>Only operators of the default domain; equal input gives equal bytes.
 */
public final class OnnxModel {

  /** Version of the operators: the first whose Resize filters when it makes pictures smaller. */
  public static final int OPSET = 18;

  /** Version of the file format that came with {@link #OPSET}. */
  public static final int IR_VERSION = 8;

  private static final String DESCRIPTION =
      "Finds the one object in a picture: RGB bytes in, the box XYXY in pixels of the picture out.";

  private final byte[] bytes;

  private OnnxModel(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Builds the file in memory.
   *
   * @param network what was trained
   * @param weights its parameters by {@link io.boxfit.model.network.NodeParameter#name()}, laid out
   *     row by row
   * @param card what the file says about itself
   * @throws BadInputException if weights are missing, superfluous or of another size than the
   *     network's
   */
  public static OnnxModel of(Network network, Map<String, float[]> weights, ModelCard card) {
    GraphBuilder graph = new GraphBuilder("boxfit", Boundary.NAMES);
    Parameters.store(network, weights, graph);
    String image = Boundary.declareImage(graph);
    Map<String, String> values = new LinkedHashMap<>();
    PictureSizes sizes = PictureSizes.of(graph, network.input(), image);
    String pixels = Preprocessing.pixels(graph, network.input(), image, sizes.content());
    values.put(Network.IMAGE, card.mirrored() ? MirrorImage.added(graph, pixels) : pixels);
    Map<String, Shape> shapes = network.shapes();
    for (Node node : network.nodes()) {
      Site site =
          new Site(
              graph,
              network,
              node,
              node.inputs().stream().map(values::get).toList(),
              node.inputs().stream().map(shapes::get).toList(),
              shapes.get(node.name()));
      values.put(node.name(), LayerOperators.TABLE.apply(node.layer(), site));
    }
    String box = values.get(network.output());
    Optional<String> evidence =
        Confidence.isKnown(network) && (card.mirrored() || card.confidence().isPresent())
            ? Optional.of(Confidence.evidence(graph, network, values))
            : Optional.empty();
    if (card.mirrored()) {
      MirrorImage.Both both = MirrorImage.merged(graph, network.input(), box, evidence);
      box = both.box();
      evidence = both.evidence();
    }
    Postprocessing.box(graph, network, sizes, box, card.wholePixels());
    if (card.confidence().isPresent() && evidence.isPresent()) {
      Confidence.add(graph, evidence.get(), card.confidence().get());
    }
    return new OnnxModel(
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
            .setProducerName("boxfit")
            .setProducerVersion(card.version())
            .setDocString(DESCRIPTION)
            .addAllMetadataProps(Metadata.of(card, network.input()))
            .setGraph(graph.build())
            .build()
            .toByteArray());
  }

  /** Whether a network can tell how sure it is of its box. */
  public static boolean hasConfidence(Network network) {
    return Confidence.isKnown(network);
  }

  /** The file's content. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Writes the file: beside its place first, then renamed, so that nobody sees half of it.
   *
   * @throws BadInputException if there is no such folder, or no permission
   * @throws UncheckedIOException if it fails otherwise: the disk is full, for one
   */
  public void save(Path path) {
    try {
      AtomicFile.write(path.toAbsolutePath(), bytes);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  private static RuntimeException failure(Path path, IOException e) {
    String what = path + " cannot be written: ";
    if (e instanceof NoSuchFileException) {
      return new BadInputException(what + "its folder does not exist; make it first", e);
    }
    return e instanceof AccessDeniedException
        ? new BadInputException(what + "no permission; choose another folder", e)
        : new UncheckedIOException(what + e.getMessage(), e);
  }
}
