package dev.depict.sqlite.media;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/**
 * A file that has no name of its own yet. It goes when it is closed, unless it was given one.
 * Interrupts do not reach it. For one thread at a time.
 */
public final class PartFile implements AutoCloseable {
  static final String SUFFIX = ".part";

  private final Path path;
  private final RandomAccessFile file;
  private final Set<Path> open;
  private boolean named;

  /**
   * @param open those that are being written, as long as they are
   */
  PartFile(Path folder, Set<Path> open) throws IOException {
    this.open = open;
    this.path = Files.createTempFile(folder, "new-", SUFFIX);
    open.add(path);
    this.file = new RandomAccessFile(path.toFile(), "rw");
  }

  /** Appends. */
  public void write(byte[] piece) throws IOException {
    file.write(piece);
  }

  /** All that was written. */
  public byte[] content() throws IOException {
    return Files.readAllBytes(path);
  }

  /** Makes what was written durable, then gives it a name, which is not durable yet. */
  void rename(Path target) throws IOException {
    file.getFD().sync();
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    named = true;
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
      if (!named) {
        Files.deleteIfExists(path);
      }
    } finally {
      open.remove(path);
    }
  }
}
