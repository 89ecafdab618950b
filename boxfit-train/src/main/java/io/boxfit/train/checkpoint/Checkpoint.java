package io.boxfit.train.checkpoint;

import io.boxfit.core.BadInputException;
import io.boxfit.core.digest.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** One checkpoint as a file: weights, the optimiser's memory, the place in the run, a checksum. */
final class Checkpoint {
  private static final String WEIGHTS = "weights";

  private Checkpoint() {}

  static byte[] write(TrainingState state, String runDigest) {
    Map<String, Safetensors.Entry> tensors = new LinkedHashMap<>();
    arrays(state).forEach((name, values) -> tensors.put(name, Safetensors.Entry.row(values)));
    Map<String, String> words = new LinkedHashMap<>();
    words.put("run", runDigest);
    words.put("step", Long.toString(state.step()));
    words.put("seconds", Double.toString(state.seconds()));
    words.put("epochLoss", Double.toString(state.epochLoss()));
    words.put("bestMeanIou", Double.toString(state.bestMeanIou()));
    words.putAll(state.watch().words());
    words.put("checksum", checksum(words, tensors));
    return new Safetensors(words, tensors).bytes();
  }

  /**
   * Reads a checkpoint into a state; the state is untouched where it fails.
   *
   * @throws BadInputException if the file is torn, damaged or of another run
   */
  static void read(Path file, String runDigest, TrainingState state) throws IOException {
    Safetensors saved = Safetensors.read(file);
    Map<String, String> words = new LinkedHashMap<>(saved.metadata());
    String checksum = words.remove("checksum");
    if (!checksum(words, saved.tensors()).equals(checksum)) {
      throw new BadInputException(file + ": damaged: its checksum does not fit its contents");
    }
    if (!runDigest.equals(words.get("run"))) {
      throw new BadInputException(file + ": belongs to a run with another recipe or other data");
    }
    long step = number(words, "step", Long::parseLong, file);
    double seconds = number(words, "seconds", Double::parseDouble, file);
    double epochLoss = number(words, "epochLoss", Double::parseDouble, file);
    double bestMeanIou = number(words, "bestMeanIou", Double::parseDouble, file);
    EpochStanding standing = standing(words, state, file);
    if (step < 0) {
      throw new BadInputException(file + ": its 'step' is negative");
    }
    Map<String, float[]> arrays = arrays(state);
    for (Map.Entry<String, float[]> array : arrays.entrySet()) {
      Safetensors.Entry entry = saved.tensors().get(array.getKey());
      if (entry == null || entry.values().length != array.getValue().length) {
        throw new BadInputException(file + ": has no fitting '" + array.getKey() + "'");
      }
    }
    arrays.forEach(
        (name, to) -> System.arraycopy(saved.tensors().get(name).values(), 0, to, 0, to.length));
    state.resume(step, seconds, epochLoss, bestMeanIou);
    state.watch().resume(standing);
  }

  private static EpochStanding standing(Map<String, String> words, TrainingState state, Path file) {
    try {
      return state.watch().read(words);
    } catch (NumberFormatException | BadInputException e) {
      throw new BadInputException(
          file + ": what it says of epochs cannot be used: " + e.getMessage(), e);
    }
  }

  private static <N extends Number> N number(
      Map<String, String> words, String key, Function<String, N> parse, Path file) {
    try {
      return parse.apply(words.getOrDefault(key, ""));
    } catch (NumberFormatException e) {
      throw new BadInputException(file + ": its '" + key + "' is missing or not a number", e);
    }
  }

  private static Map<String, float[]> arrays(TrainingState state) {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    arrays.put(WEIGHTS, state.weights());
    state.optimizer().memory().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> arrays.put("optimizer." + e.getKey(), e.getValue()));
    arrays.putAll(state.watch().memory());
    return arrays;
  }

  static String checksum(Map<String, String> words, Map<String, Safetensors.Entry> tensors) {
    Sha256 digest = new Sha256();
    words.forEach((key, value) -> digest.add(key + "=" + value + "\n"));
    tensors.forEach(
        (name, entry) -> {
          ByteBuffer bytes =
              ByteBuffer.allocate(4 * entry.values().length).order(ByteOrder.LITTLE_ENDIAN);
          bytes.asFloatBuffer().put(entry.values());
          digest.add(name).add(bytes.array());
        });
    return digest.hex();
  }
}
