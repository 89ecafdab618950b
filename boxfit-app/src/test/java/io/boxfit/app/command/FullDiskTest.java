package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.boxfit.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full stops a run with one line and loses nothing; with room the run goes on. */
@EnabledOnOs(OS.LINUX)
final class FullDiskTest {
  /** Enough for everything. */
  private static final String ROOM = "64m";

  @TempDir Path folder;
  private Path disk;

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (disk != null) {
      call("umount", disk.toString());
    }
  }

  private void mount(String size) throws IOException, InterruptedException {
    mount("disk", size);
  }

  private void mount(String name, String size) throws IOException, InterruptedException {
    Path place = Files.createDirectories(folder.resolve(name));
    int exit = call("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", place.toString());
    assumeTrue(exit == 0, "a small disk can only be made by root");
    disk = place;
  }

  private void resize(String size) throws IOException, InterruptedException {
    assertEquals(0, call("mount", "-o", "remount,size=" + size, disk.toString()));
  }

  private static int call(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private BoxfitProcess start(RunFolder run) throws IOException {
    List<Object> command = new ArrayList<>();
    if (Files.exists(run.record())) {
      command.addAll(List.of("train", "--resume"));
    } else {
      command.addAll(List.of(TrainedRun.OPTIONS));
    }
    command.addAll(List.of("--out", run.path()));
    return BoxfitProcess.start(folder, command.toArray());
  }

  /** The disk grows in small steps, so that the run stops at its record and at checkpoints. */
  @Test
  void trainingGoesOnWhereThereIsRoom() throws IOException, InterruptedException {
    mount("4k");
    RunFolder run = new RunFolder(disk.resolve("run"));
    String unbegun = failure(start(run));
    assertTrue(unbegun.contains("then give the same command again"), unbegun);
    for (String size : List.of("16k", "5m", "9m")) {
      resize(size);
      String line = failure(start(run));
      assertTrue(line.contains("--resume --out " + run.path()), line);
    }
    resize(ROOM);
    start(run).done();
    SameRun.require(new RunFolder(TrainedRun.instance()), run);
  }

  @Test
  void modelAndReportAreMadeWhereThereIsRoom() throws IOException, InterruptedException {
    mount(ROOM);
    RunFolder run = new RunFolder(disk.resolve("run"));
    start(run).done();
    for (Path product : List.of(run.model(), run.report())) {
      Files.delete(product);
      resize(usedKib() + "k");
      String line = failure(start(run));
      // Where the report alone is missing, the figures are made again first.
      Path first = product.equals(run.report()) ? run.metrics() : product;
      assertTrue(line.contains(first + ""), line);
      assertFalse(Files.exists(product), "never half a file");
      resize(ROOM);
      start(run).done();
    }
    SameRun.require(new RunFolder(TrainedRun.instance()), run);
  }

  @Test
  void repetitionInAFullTemporaryFolderNamesAnotherWay() throws IOException, InterruptedException {
    mount("tmp", "16k");
    String line = failure(BoxfitProcess.start(folder, "reproduce", TrainedRun.instance()));
    assertTrue(line.contains(disk + "/boxfit-reproduce-"), line);
    assertTrue(line.endsWith("with --out"), line);
  }

  /** In the way that the line itself tells. */
  @Test
  void engineThatCannotBeUnpackedSaysWhyAndHowToTakeAnotherFolder()
      throws IOException, InterruptedException {
    mount("4m");
    Path out = folder.resolve("run");
    String option = "-Dorg.bytedeco.javacpp.cachedir=";
    Object[] args = Stream.concat(Stream.of(TrainedRun.OPTIONS), Stream.of("--out", out)).toArray();
    Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", option + disk);
    String line = failure(BoxfitProcess.start(folder, environment, args));
    assertTrue(line.contains("unpacked to " + disk), line);
    assertTrue(line.contains("JAVA_TOOL_OPTIONS=" + option), line);
    assertFalse(Files.exists(out), "no empty folder stays");
  }

  /** Rounded up to whole pages. */
  private long usedKib() throws IOException {
    FileStore store = Files.getFileStore(disk);
    return (store.getTotalSpace() - store.getUnallocatedSpace()) / 1024;
  }

  /** The one line that tells why it could not go on. */
  private static String failure(BoxfitProcess process) throws InterruptedException {
    List<String> lines =
        process
            .ended(ExitCode.FAILED)
            .lines()
            .filter(line -> line.startsWith("boxfit: ") && !line.contains("warning"))
            .toList();
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(lines.get(0).contains("No space left on device"), lines.get(0));
    return lines.get(0);
  }
}
