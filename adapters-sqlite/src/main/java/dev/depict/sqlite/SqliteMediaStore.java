package dev.depict.sqlite;

import dev.depict.application.port.out.MediaStore;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.change.KeepMedia;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.read.ReaderPool;
import dev.depict.sqlite.writer.Writer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;

/** The pictures in SQLite and, the larger ones, beside it. */
final class SqliteMediaStore implements MediaStore {
  private final Writer<Ledger> writer;
  private final ReaderPool readers;
  private final Inlining inlining;

  SqliteMediaStore(Writer<Ledger> writer, ReaderPool readers, Inlining inlining) {
    this.writer = writer;
    this.readers = readers;
    this.inlining = inlining;
  }

  @Override
  public void put(Media media, byte[] content) {
    if (info(media.digest()).isPresent()) {
      return;
    }
    boolean inline = inlining.inline(media, Optional.of(content));
    writer.submit(new KeepMedia(media, inline ? Optional.of(content) : Optional.empty()));
  }

  @Override
  public Optional<Media> info(MediaDigest digest) {
    return readers.read(reader -> reader.media(digest));
  }

  @Override
  public Optional<InputStream> open(MediaDigest digest) {
    Optional<byte[]> row = readers.read(reader -> reader.content(digest));
    if (row.isPresent()) {
      return Optional.of(new ByteArrayInputStream(row.get()));
    }
    return info(digest).flatMap(media -> inlining.files().open(digest));
  }
}
