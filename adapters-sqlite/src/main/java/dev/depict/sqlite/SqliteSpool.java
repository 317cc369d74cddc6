package dev.depict.sqlite;

import dev.depict.application.port.out.Spool;
import dev.depict.domain.media.Media;
import dev.depict.sqlite.error.StorageException;
import dev.depict.sqlite.media.PartFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** A picture that arrives in pieces: in memory as long as it may become a row, then in a file. */
final class SqliteSpool implements Spool {
  private final SqliteMediaStore store;
  private final Inlining inlining;
  private final ByteArrayOutputStream arrived = new ByteArrayOutputStream(0);
  private Optional<PartFile> part = Optional.empty();
  private long size;

  SqliteSpool(SqliteMediaStore store, Inlining inlining) {
    this.store = store;
    this.inlining = inlining;
  }

  @Override
  public void write(byte[] piece) {
    if (part.isEmpty() && size + piece.length > inlining.limit()) {
      PartFile file = inlining.files().begin();
      part = Optional.of(file);
      append(file, arrived.toByteArray());
      arrived.reset();
    }
    part.ifPresentOrElse(file -> append(file, piece), () -> arrived.writeBytes(piece));
    size += piece.length;
  }

  private static void append(PartFile file, byte[] piece) {
    try {
      file.write(piece);
    } catch (IOException e) {
      throw broken("written", e);
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public byte[] content() {
    if (part.isEmpty()) {
      return arrived.toByteArray();
    }
    try {
      return part.get().content();
    } catch (IOException e) {
      throw broken("read", e);
    }
  }

  @Override
  public void keep(Media media) {
    part.ifPresentOrElse(file -> store.keep(media, file), () -> store.put(media, content()));
  }

  @Override
  public void close() {
    arrived.reset();
    if (part.isEmpty()) {
      return;
    }
    try {
      part.get().close();
    } catch (IOException e) {
      throw broken("removed", e);
    } finally {
      part = Optional.empty();
    }
  }

  private static StorageException broken(String done, IOException fault) {
    return new StorageException(
        "what has come of a picture cannot be %s: %s; free some space or check the disk"
            .formatted(done, fault.getMessage()),
        fault);
  }
}
