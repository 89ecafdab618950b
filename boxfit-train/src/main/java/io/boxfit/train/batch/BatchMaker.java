package io.boxfit.train.batch;

import io.boxfit.core.random.Seed;
import java.util.List;

/**
 * Makes the batch of any step, from nothing but its number: so a run goes on anywhere.
 *
 * <p>Not thread-safe: it keeps the order of the pass it is in.
 */
public final class BatchMaker {
  private final List<BatchPart> parts;
  private final PictureEncoder encoder;
  private final Seed seed;
  private final int size;
  private final int[][] orders;
  private final long[] passes;

  /**
   * @param parts what a batch is made of, in this order
   * @param encoder turns pictures into numbers
   * @param seed of the order
   */
  public BatchMaker(List<BatchPart> parts, PictureEncoder encoder, Seed seed) {
    this.parts = List.copyOf(parts);
    this.encoder = encoder;
    this.seed = seed;
    this.size = parts.stream().mapToInt(BatchPart::perBatch).sum();
    this.orders = new int[parts.size()][];
    this.passes = new long[parts.size()];
  }

  /** Samples a batch. */
  public int size() {
    return size;
  }

  /** The batch of a step. */
  public Batch batch(long step) {
    Batch batch = new Batch(step, new float[size * encoder.length()], new float[size * 4], size);
    int at = 0;
    for (int p = 0; p < parts.size(); p++) {
      BatchPart part = parts.get(p);
      int[] order = order(p, step / part.batchesPerPass());
      int first = (int) (step % part.batchesPerPass()) * part.perBatch();
      for (int i = 0; i < part.perBatch(); i++, at++) {
        batch.put(at, part.dataset().get(order[first + i]), encoder);
      }
    }
    return batch;
  }

  private int[] order(int part, long pass) {
    if (orders[part] == null || passes[part] != pass) {
      orders[part] = parts.get(part).order(seed, pass);
      passes[part] = pass;
    }
    return orders[part];
  }
}
