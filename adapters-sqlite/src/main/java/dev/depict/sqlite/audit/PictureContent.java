package dev.depict.sqlite.audit;

import dev.depict.domain.hash.Sha256;
import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.media.MediaFiles;
import dev.depict.sqlite.read.ReaderPool;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether the files of pictures are there, as long as they were; and whether pictures, up to so
 * many bytes spread over all of them, still have the digest under which they are stored.
 */
record PictureContent(MediaFiles files) implements Check {
  /** So many bytes are read, about a second's worth. */
  private static final long READ_BYTES = 256L << 20;

  private static final long PAGE = 1_000;
  private static final String REPAIR = "delete its tasks, and send the picture again after a day";
  private static final String BOUNDS =
      "SELECT coalesce(max(ordinal), 0), coalesce(sum(bytes), 0) FROM media";
  private static final String PAGES =
      """
      SELECT ordinal, digest, bytes, content IS NULL FROM media
      WHERE ordinal > ? AND ordinal <= ?
      """;
  private static final String CONTENT = "SELECT content FROM media WHERE ordinal = ?";
  private static final String THERE = "SELECT 1 FROM media WHERE ordinal = ?";

  private record Picture(long ordinal, byte[] digest, long bytes, boolean file) {
    static Picture read(Row row) throws SQLException {
      return new Picture(row.number(1), row.bytes(2), row.number(3), row.number(4) != 0);
    }

    MediaDigest name() {
      return MediaDigest.ofBytes(digest);
    }
  }

  private record Bounds(long newest, long bytes) {}

  @Override
  public void run(ReaderPool readers, Report report) {
    Bounds bounds =
        readers.query(sql ->
            sql.first(BOUNDS, row -> new Bounds(row.number(1), row.number(2)))
                .orElse(new Bounds(0, 0)));
    long every = bounds.bytes() / READ_BYTES + 1;
    for (long at = 0; at < bounds.newest() && !report.isFull(); at += PAGE) {
      long from = at;
      for (Picture picture :
          readers.query(sql -> sql.all(PAGES, Picture::read, from, from + PAGE))) {
        judge(readers, report, picture, picture.ordinal() % every == 0);
      }
    }
  }

  private void judge(ReaderPool readers, Report report, Picture picture, boolean read) {
    report.looked(1);
    Optional<String> problem = picture.file() ? file(picture) : Optional.empty();
    if (problem.isEmpty() && read) {
      problem = content(readers, picture);
    }
    // It may have gone meanwhile because nobody needed it.
    if (problem.isPresent() && isStored(readers, picture)) {
      report.fault("media/" + picture.name(), problem.get(), REPAIR);
    }
  }

  private static boolean isStored(ReaderPool readers, Picture picture) {
    return readers
        .query(sql -> sql.first(THERE, row -> row.number(1), picture.ordinal()))
        .isPresent();
  }

  private Optional<String> file(Picture picture) {
    OptionalLong length = files.length(picture.name());
    if (length.isEmpty()) {
      return Optional.of("its file is missing");
    }
    return length.getAsLong() == picture.bytes()
        ? Optional.empty()
        : Optional.of(
            "its file has %d bytes, not %d".formatted(length.getAsLong(), picture.bytes()));
  }

  private Optional<String> content(ReaderPool readers, Picture picture) {
    Optional<byte[]> content =
        picture.file()
            ? files.open(picture.name()).map(PictureContent::readAll)
            : readers.query(sql -> sql.first(CONTENT, row -> row.bytes(1), picture.ordinal()));
    return content
        .filter(bytes -> !Arrays.equals(Sha256.of(bytes), picture.digest()))
        .map(_ -> "its bytes are not those that were stored");
  }

  private static byte[] readAll(InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }
}
