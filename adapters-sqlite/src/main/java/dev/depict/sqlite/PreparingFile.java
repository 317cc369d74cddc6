package dev.depict.sqlite;

import dev.depict.application.port.out.FlightRecorder;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.db.Uuids;
import dev.depict.sqlite.error.StorageException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code preparing}: a slot of 16 bytes for each task whose picture is being touched, zero
 * when it is free. Written without a sync: it is to survive the process, not the machine. A fault
 * of the disk costs the record, not the work. Safe for concurrent use; interrupts do not reach it.
 */
final class PreparingFile implements FlightRecorder, AutoCloseable {
  private static final Logger LOG = System.getLogger(PreparingFile.class.getName());
  private static final String NAME = "preparing";
  private static final int SLOT = 16;
  private static final byte[] FREE = new byte[SLOT];

  /** Where a task stands, and how many prepare its picture. */
  private record Entry(int slot, int count) {}

  private final Path path;
  private final RandomAccessFile file;
  private final Map<TaskId, Entry> entries = new HashMap<>();
  private final BitSet taken = new BitSet();
  private List<TaskId> left;

  private PreparingFile(Path path, RandomAccessFile file, List<TaskId> left) {
    this.path = path;
    this.file = file;
    this.left = left;
  }

  /** Opens the file of a data folder and reads what the process before has left in it. */
  static PreparingFile open(Path dataDir) {
    Path path = dataDir.resolve(NAME);
    try {
      PrivateFiles.open(path).close();
      List<TaskId> left = read(Files.readAllBytes(path));
      var opened = new PreparingFile(path, new RandomAccessFile(path.toFile(), "rw"), left);
      opened.rewrite();
      return opened;
    } catch (IOException e) {
      throw new StorageException(
          "%s cannot be written: %s; check that it is yours, or remove it".formatted(path, e), e);
    }
  }

  private static List<TaskId> read(byte[] content) {
    var tasks = new ArrayList<TaskId>();
    for (int at = 0; at + SLOT <= content.length; at += SLOT) {
      byte[] slot = Arrays.copyOfRange(content, at, at + SLOT);
      if (!Arrays.equals(slot, FREE)) {
        tasks.add(new TaskId(Uuids.of(slot)));
      }
    }
    return List.copyOf(tasks);
  }

  /** Whose pictures the process before was touching when it died; empty when that is dealt with. */
  synchronized List<TaskId> left() {
    return left;
  }

  /** What was left is dealt with. */
  synchronized void forget() {
    if (!left.isEmpty()) {
      left = List.of();
      rewrite();
    }
  }

  @Override
  public synchronized void begin(TaskId task) {
    Entry entry = entries.get(task);
    if (entry == null) {
      int slot = taken.nextClearBit(left.size());
      taken.set(slot);
      write(slot, Uuids.bytes(task.value()));
      entries.put(task, new Entry(slot, 1));
    } else {
      entries.put(task, new Entry(entry.slot(), entry.count() + 1));
    }
  }

  @Override
  public synchronized void end(TaskId task) {
    Entry entry = entries.remove(task);
    if (entry == null) {
      return;
    }
    if (entry.count() > 1) {
      entries.put(task, new Entry(entry.slot(), entry.count() - 1));
    } else {
      write(entry.slot(), FREE);
      taken.clear(entry.slot());
    }
  }

  private void rewrite() {
    try {
      file.setLength(0);
    } catch (IOException e) {
      warn(e);
    }
    for (int slot = 0; slot < left.size(); slot++) {
      write(slot, Uuids.bytes(left.get(slot).value()));
    }
    entries.forEach((task, entry) -> write(entry.slot(), Uuids.bytes(task.value())));
  }

  private void write(int slot, byte[] content) {
    try {
      file.seek((long) slot * SLOT);
      file.write(content);
    } catch (IOException e) {
      warn(e);
    }
  }

  private void warn(IOException fault) {
    LOG.log(
        Level.WARNING,
        "{0} cannot be written, so a picture that ends this process may be tried again: {1}",
        path,
        String.valueOf(fault.getMessage()));
  }

  /** Ends in order: nothing was being touched that could be to blame. */
  @Override
  public synchronized void close() {
    try {
      file.setLength((long) left.size() * SLOT);
      file.close();
    } catch (IOException e) {
      warn(e);
    }
  }
}
