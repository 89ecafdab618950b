package io.boxfit.data.annotation;

import io.boxfit.core.BadInputException;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.image.PictureWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Writes a dataset as PNG files in {@code images/} with annotations beside them.
 *
 * <p>The folder appears when it is complete: a failure or Ctrl-C leaves nothing behind. The same
 * dataset gives the same files, however many threads encode them.
 *
 * @param format how boxes are written
 * @param className what the objects are called, for example {@code letter}
 * @param threads that encode pictures, at least 1
 */
public record DatasetWriter(AnnotationFormat format, String className, int threads) {
  /** Pictures between two reports of progress, for each thread. */
  private static final int BATCH = 32;

  /**
   * @throws IllegalArgumentException if there is no thread
   */
  public DatasetWriter {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
  }

  /**
   * Writes all samples.
   *
   * @param folder does not exist yet, or is empty
   * @param progress told how many pictures are written so far, on the calling thread
   * @throws BadInputException if the folder is not empty or must not be written
   * @throws UncheckedIOException if writing fails, for example on a full disk
   * @throws CancellationException if the process is told to end meanwhile
   */
  public void write(Dataset dataset, Path folder, IntConsumer progress) {
    ExecutorService encoders = Executors.newFixedThreadPool(threads);
    try (StagedFolder staged = new StagedFolder(folder)) {
      Files.createDirectory(staged.path().resolve(Annotation.IMAGES));
      int digits = Math.max(6, Integer.toString(Math.max(dataset.size() - 1, 0)).length());
      List<String> names =
          IntStream.range(0, dataset.size())
              .mapToObj(i -> String.format(Locale.ROOT, "images/%0" + digits + "d.png", i))
              .toList();
      SetLayout layout = new SetLayout(staged.path(), List.of(className), names, false);
      try (AnnotationSink sink = format.open(staged.path(), layout)) {
        for (int from = 0; from < dataset.size(); from += BATCH * threads) {
          List<Callable<Annotation>> batch = new ArrayList<>();
          int end = Math.min(from + BATCH * threads, dataset.size());
          for (int i = from; i < end; i++) {
            int index = i;
            batch.add(
                () -> {
                  staged.requireGoingOn();
                  return writePicture(dataset.get(index), names.get(index), staged.path());
                });
          }
          for (Future<Annotation> written : encoders.invokeAll(batch)) {
            sink.add(result(written));
          }
          progress.accept(end);
        }
      }
      staged.publish();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the data set to " + folder, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("writing was interrupted");
    } finally {
      encoders.shutdownNow();
    }
  }

  private Annotation writePicture(Sample sample, String name, Path folder) throws IOException {
    Picture picture = sample.picture();
    Files.write(folder.resolve(name), PictureWriter.png(picture));
    return new Annotation(
        sample.id(),
        name,
        picture.width(),
        picture.height(),
        picture.channels(),
        List.of(new Annotation.Labelled(className, sample.box())),
        Optional.empty());
  }

  private static Annotation result(Future<Annotation> written)
      throws IOException, InterruptedException {
    try {
      return written.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("an encoder failed", e.getCause());
    }
  }
}
