package dev.depict.sqlite;

import dev.depict.sqlite.error.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a data folder to one process. The file {@code depict.lock} names that process and, once it
 * is known, the address of its server; what counts is the lock on the file, which the system drops
 * with the process. Safe for concurrent use.
 */
public final class FolderLock implements AutoCloseable {
  /**
   * Who has locked a folder.
   *
   * @param pid number of the process
   * @param address of its server; absent until it listens
   */
  public record Holder(long pid, Optional<String> address) {}

  private static final String NAME = "depict.lock";

  /** Far behind the text, which others have to be able to read. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /** A look at who holds the lock takes it for a moment. */
  private static final int TRIES = 1_000;

  /**
   * The locks of this process. It must not so much as open a file it has locked: closing it again
   * would drop the lock.
   */
  private static final Map<Path, FolderLock> OWN = new ConcurrentHashMap<>();

  private final Path folder;
  private final FileChannel channel;
  private volatile Holder holder;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
    this.holder = new Holder(ProcessHandle.current().pid(), Optional.empty());
  }

  /**
   * Locks a folder, which exists.
   *
   * @throws StorageException when another process holds it, or it cannot be written
   */
  static synchronized FolderLock acquire(Path dataDir) {
    try {
      Path folder = dataDir.toRealPath();
      FolderLock own = OWN.get(folder);
      if (own != null) {
        throw inUse(dataDir, Optional.of(own.holder));
      }
      FileChannel channel = PrivateFiles.open(folder.resolve(NAME));
      if (!locked(channel)) {
        channel.close();
        throw inUse(dataDir, read(folder.resolve(NAME)));
      }
      var lock = new FolderLock(folder, channel);
      OWN.put(folder, lock);
      lock.write();
      return lock;
    } catch (IOException e) {
      throw new StorageException(
          "%s cannot be locked: %s; check that the folder is yours and can be written"
              .formatted(dataDir.resolve(NAME), e),
          e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      if (lock(channel, false) != null) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  private static @Nullable FileLock lock(FileChannel channel, boolean shared) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, shared);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static StorageException inUse(Path dataDir, Optional<Holder> holder) {
    String who =
        holder
            .map(other ->
                "process %d%s"
                    .formatted(
                        other.pid(), other.address().map(address -> " at " + address).orElse("")))
            .orElse("another process");
    return new StorageException(
        "%s is in use by %s: talk to that one, end it, or choose another data folder"
            .formatted(dataDir, who));
  }

  /** Who holds a folder now; empty when nobody does. */
  public static synchronized Optional<Holder> holder(Path dataDir) {
    Path file = dataDir.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      FolderLock own = OWN.get(dataDir.toRealPath());
      if (own != null) {
        return Optional.of(own.holder);
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        return lock(channel, true) == null ? read(file) : Optional.empty();
      }
    } catch (IOException e) {
      throw new StorageException(
          "%s cannot be read: %s; check the folder's permissions".formatted(file, e), e);
    }
  }

  private static Optional<Holder> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.getFirst().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    Optional<String> address = lines.size() > 1 ? Optional.of(lines.get(1)) : Optional.empty();
    return Optional.of(new Holder(Long.parseLong(lines.getFirst()), address));
  }

  /** Has the lock name the server's address, for clients that find the folder in use. */
  public void announce(String address) {
    holder = new Holder(holder.pid(), Optional.of(address));
    try {
      write();
    } catch (IOException e) {
      throw new StorageException(
          "%s cannot be written: %s; check the disk".formatted(folder.resolve(NAME), e), e);
    }
  }

  private synchronized void write() throws IOException {
    String text = holder.pid() + "\n" + holder.address().map(address -> address + "\n").orElse("");
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  /** Gives the folder free. */
  @Override
  public void close() {
    try {
      if (channel.isOpen()) {
        channel.truncate(0);
      }
      channel.close();
    } catch (IOException e) {
      System.getLogger(FolderLock.class.getName())
          .log(System.Logger.Level.WARNING, "the lock of {0} was not closed: {1}", folder, e);
    } finally {
      OWN.remove(folder, this);
    }
  }
}
