package io.boxfit.train.batch;

import io.boxfit.core.random.Seed;
import io.boxfit.data.Dataset;

/**
 * One dataset's share of every batch, with an order of its own for each pass over it.
 *
 * @param name files the order under the seed
 * @param dataset at least {@code perBatch} samples
 * @param perBatch how many samples of each batch come from here
 */
public record BatchPart(String name, Dataset dataset, int perBatch) {

  /**
   * @throws IllegalArgumentException if the dataset does not fill one batch
   */
  public BatchPart {
    if (perBatch < 1 || dataset.size() < perBatch) {
      throw new IllegalArgumentException(
          name + ": " + dataset.size() + " samples for " + perBatch + " a batch");
    }
  }

  /** Batches until every sample was met once; the rest that fills no batch waits. */
  long batchesPerPass() {
    return dataset.size() / perBatch;
  }

  int[] order(Seed seed, long pass) {
    return seed.stream("order/" + name, pass).permutation(dataset.size());
  }
}
