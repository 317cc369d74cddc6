package dev.depict.bootstrap.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The machine's power goes when its process is killed: what was not synced is not on the disk, or
 * only some sectors of it are. Needs a C compiler, {@code cc}.
 */
final class PowerLoss implements Power {
  private static final Path SOURCE =
      Path.of("..", "build-support", "powerloss", "powerloss.c").toAbsolutePath().normalize();

  /** Whether the disk does what a sync asks for. */
  enum Syncs {
    HONEST,
    IGNORED
  }

  private final Path data;
  private final Path work;
  private final Path library;
  private final RandomGenerator random;
  private Syncs syncs = Syncs.HONEST;
  private int takenBack;

  private PowerLoss(Path data, Path work, Path library, RandomGenerator random) {
    this.data = data;
    this.work = work;
    this.library = library;
    this.random = random;
  }

  /**
   * Gets ready for a data folder.
   *
   * @param work a folder beside it, on the same file system
   */
  static PowerLoss of(Path data, Path work, RandomGenerator random)
      throws IOException, InterruptedException {
    Files.createDirectories(work);
    Path library = work.resolve("powerloss.so");
    List<String> command =
        List.of(
            "cc",
            "-O2",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-shared",
            "-fPIC",
            "-o",
            library.toString(),
            SOURCE.toString(),
            "-ldl",
            "-lpthread");
    Process compiler = new ProcessBuilder(command).inheritIO().start();
    if (compiler.waitFor() != 0) {
      throw new IOException("the library does not compile: " + command);
    }
    return new PowerLoss(Files.createDirectories(data).toRealPath(), work, library, random);
  }

  PowerLoss with(Syncs from) {
    syncs = from;
    return this;
  }

  @Override
  public Map<String, String> environment() throws IOException {
    forget();
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "POWERLOSS_FOLDER",
        data.toString(),
        "POWERLOSS_JOURNAL",
        journal().toString(),
        "POWERLOSS_SYNCS",
        syncs == Syncs.IGNORED ? "ignored" : "honest");
  }

  private Path journal() {
    return work.resolve("journal");
  }

  /** What was written before is on the disk now, as after a while of quiet. */
  private void forget() throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("journal")) {
          Files.delete(file);
        }
      }
    }
  }

  /** Takes back what was not synced; now and then some of its sectors had reached the disk. */
  @Override
  public void lost() throws IOException {
    if (Files.exists(journal())) {
      List<JournalRecord> unsynced = Journal.unsynced(Journal.read(journal()));
      takenBack += unsynced.size();
      // Half of what a lying disk was told would be a damaged database, and no news.
      double kept = syncs == Syncs.IGNORED || random.nextBoolean() ? 0 : 0.5;
      new Rollback(data, work, random).apply(unsynced, kept);
    }
  }

  /** How many changes were not synced when the power went, in all losses together. */
  int takenBack() {
    return takenBack;
  }
}
