package dev.depict.bootstrap.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Takes back changes of a folder.
 *
 * @param backups where the library keeps removed files
 */
record Rollback(Path folder, Path backups, RandomGenerator random) {
  /** What a disk writes at once. */
  private static final int SECTOR = 512;

  /** A write that was taken back, with what it had written. */
  private record Redo(Path file, long position, byte[] written) {}

  /**
   * Takes back changes, the newest first.
   *
   * @param kept the share of the written sectors that are on the disk all the same
   */
  void apply(List<JournalRecord> unsynced, double kept) throws IOException {
    Deque<Redo> redos = new ArrayDeque<>();
    for (JournalRecord record : unsynced.reversed()) {
      Path path = folder.resolve(record.path());
      switch (record.kind()) {
        case JournalRecord.WRITE -> takeBack(path, record, redos);
        case JournalRecord.TRUNCATE -> restore(path, record);
        case JournalRecord.CREATE -> Files.deleteIfExists(path);
        case JournalRecord.FOLDER -> delete(path);
        case JournalRecord.RENAME -> move(folder.resolve(record.other()), path);
        case JournalRecord.UNLINK -> move(backups.resolve(record.other()), path);
        default -> throw new IOException("unknown record " + record);
      }
    }
    for (Redo redo : redos) {
      keepSome(redo, kept);
    }
  }

  private static void takeBack(Path path, JournalRecord record, Deque<Redo> redos)
      throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long there = Math.clamp(file.size() - record.position(), 0L, record.length());
      ByteBuffer written = ByteBuffer.allocate(Math.toIntExact(there));
      while (written.hasRemaining()
          && file.read(written, record.position() + written.position()) > 0) {}
      redos.push(new Redo(path, record.position(), written.array()));
    }
    restore(path, record);
  }

  private static void restore(Path path, JournalRecord record) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      put(file, record.position(), record.old());
      if (record.kind() == JournalRecord.TRUNCATE || file.size() > record.oldSize()) {
        file.truncate(record.oldSize());
      }
    }
  }

  private static void put(FileChannel file, long position, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      file.write(rest, position + rest.position());
    }
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.exists(from) && !Files.exists(to)) {
      Files.move(from, to);
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path part : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(part);
      }
    }
  }

  private void keepSome(Redo redo, double kept) throws IOException {
    if (kept == 0 || !Files.exists(redo.file())) {
      return;
    }
    try (FileChannel file = FileChannel.open(redo.file(), StandardOpenOption.WRITE)) {
      long end = redo.position() + redo.written().length;
      for (long at = redo.position(); at < end; ) {
        long next = Math.min(end, (at / SECTOR + 1) * SECTOR);
        if (random.nextDouble() < kept) {
          int from = Math.toIntExact(at - redo.position());
          byte[] part =
              java.util.Arrays.copyOfRange(
                  redo.written(), from, Math.toIntExact(next - redo.position()));
          put(file, at, part);
        }
        at = next;
      }
    }
  }
}
