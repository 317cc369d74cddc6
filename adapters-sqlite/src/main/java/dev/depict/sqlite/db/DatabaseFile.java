package dev.depict.sqlite.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file of a database, beside the connections to it. To be closed after the last of them: the
 * locks of a process on a file end when it closes the file for the first time.
 */
public final class DatabaseFile implements AutoCloseable {
  private final FileChannel channel;
  private final boolean syncing;

  private DatabaseFile(FileChannel channel, boolean syncing) {
    this.channel = channel;
    this.syncing = syncing;
  }

  /**
   * @param syncing whether anything is to be synced at all
   */
  static DatabaseFile open(Path file, boolean syncing) throws IOException {
    return new DatabaseFile(FileChannel.open(file, StandardOpenOption.WRITE), syncing);
  }

  /** Returns when what was written so far would survive a loss of power. */
  public void sync() throws IOException {
    if (syncing) {
      channel.force(false);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
