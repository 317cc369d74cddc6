package dev.depict.sqlite;

import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.Spool;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.change.KeepMedia;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.change.RenewMedia;
import dev.depict.sqlite.media.PartFile;
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
    if (renew(media.digest())) {
      return;
    }
    try (Inlining.Placing placing = inlining.begin()) {
      boolean inline = placing.inline(media, Optional.of(content));
      writer.submit(new KeepMedia(media, inline ? Optional.of(content) : Optional.empty()));
    }
  }

  @Override
  public Spool spool() {
    return new SqliteSpool(this, inlining);
  }

  /** Stores a picture whose bytes are a file already. */
  void keep(Media media, PartFile part) {
    if (renew(media.digest())) {
      return;
    }
    try (Inlining.Placing placing = inlining.begin()) {
      placing.hold(media.digest());
      inlining.files().keep(media.digest(), part);
      writer.submit(new KeepMedia(media, Optional.empty()));
    }
  }

  /** Whether a picture is stored; if so it counts as just put. */
  private boolean renew(MediaDigest digest) {
    return info(digest).isPresent() && writer.submit(new RenewMedia(digest));
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
