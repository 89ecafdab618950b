package io.boxfit.bench.suite;

import io.boxfit.data.Dataset;
import io.boxfit.data.Sample;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first samples of a dataset, held in memory: whoever trains with them draws none.
 *
 * @param samples all of them
 * @param digest of where they come from
 */
record CachedSamples(List<Sample> samples, String digest) implements Dataset {

  static CachedSamples of(Dataset dataset, int count) {
    List<Sample> samples = IntStream.range(0, count).parallel().mapToObj(dataset::get).toList();
    return new CachedSamples(samples, dataset.digest() + " first " + count);
  }

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public Sample get(int index) {
    return samples.get(index);
  }
}
