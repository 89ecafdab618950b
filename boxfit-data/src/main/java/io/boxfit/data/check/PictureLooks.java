package io.boxfit.data.check;

import io.boxfit.data.annotation.AnnotatedPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Opens a set's pictures one by one on several threads; at most one for each is in memory. */
final class PictureLooks {
  /** Pictures between two reports of progress, for each thread. */
  private static final int BATCH = 16;

  private PictureLooks() {}

  static List<CheckedPicture> of(
      List<AnnotatedPicture> pictures, int threads, IntConsumer progress) {
    List<CheckedPicture> checked = new ArrayList<>(pictures.size());
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      for (int from = 0; from < pictures.size(); from = checked.size()) {
        List<Callable<CheckedPicture>> batch = new ArrayList<>();
        int end = Math.min(from + BATCH * threads, pictures.size());
        for (AnnotatedPicture picture : pictures.subList(from, end)) {
          batch.add(() -> new CheckedPicture(picture, PictureLook.at(picture)));
        }
        for (Future<CheckedPicture> look : workers.invokeAll(batch)) {
          checked.add(result(look));
        }
        progress.accept(checked.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the check was interrupted");
    } finally {
      workers.shutdownNow();
    }
    return checked;
  }

  private static CheckedPicture result(Future<CheckedPicture> look) throws InterruptedException {
    try {
      return look.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a picture could not be looked at", e.getCause());
    }
  }
}
