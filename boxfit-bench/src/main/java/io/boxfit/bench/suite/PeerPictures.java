package io.boxfit.bench.suite;

import io.boxfit.core.file.AtomicFile;
import io.boxfit.data.Sample;
import io.boxfit.model.network.Input;
import io.boxfit.train.batch.BatchPart;
import io.boxfit.train.batch.PictureEncoder;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.checkpoint.Safetensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whole batches for a peer, as the network takes them: it need not draw, shuffle or scale.
 *
 * @param samples batch by batch
 * @param file safetensors: {@code image} (N, channels, height, width) in [-1, 1], {@code box} (N,
 *     4)
 */
record PeerPictures(List<Sample> samples, Path file) {

  static PeerPictures write(Input input, TrainingData data, int batches, Path file) {
    List<Sample> samples = new ArrayList<>();
    for (int batch = 0; batch < batches; batch++) {
      for (BatchPart part : data.parts()) {
        for (int i = 0; i < part.perBatch(); i++) {
          samples.add(part.dataset().get(batch * part.perBatch() + i));
        }
      }
    }
    try {
      AtomicFile.write(file, new Safetensors(Map.of(), tensors(samples, input)).bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return new PeerPictures(samples, file);
  }

  private static Map<String, Safetensors.Entry> tensors(List<Sample> samples, Input input) {
    PictureEncoder encoder = new PictureEncoder(input);
    float[] images = new float[samples.size() * encoder.length()];
    float[] boxes = new float[samples.size() * 4];
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      encoder.write(sample, images, i * encoder.length());
      boxes[4 * i] = (float) sample.box().xMin();
      boxes[4 * i + 1] = (float) sample.box().yMin();
      boxes[4 * i + 2] = (float) sample.box().xMax();
      boxes[4 * i + 3] = (float) sample.box().yMax();
    }
    Map<String, Safetensors.Entry> tensors = new LinkedHashMap<>();
    List<Integer> shape = List.of(samples.size(), input.channels(), input.height(), input.width());
    tensors.put("image", new Safetensors.Entry(shape, images));
    tensors.put("box", new Safetensors.Entry(List.of(samples.size(), 4), boxes));
    return tensors;
  }
}
