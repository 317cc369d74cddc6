package dev.depict.sqlite.read;

import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.answer.Chunk;
import dev.depict.domain.answer.Depiction;
import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.db.TextList;
import dev.depict.sqlite.db.Uuids;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of {@link #SELECT}, in their order. */
record ChunkRow(
    byte[] id,
    byte[] digest,
    String title,
    String altText,
    String description,
    String keywords,
    @Nullable String ocrText,
    String language,
    String sources,
    String contexts,
    String labels) {
  static final String SELECT =
      """
      SELECT a.id, coalesce(m.digest, g.digest) AS digest, c.title, a.alt_text, a.description, a.keywords, a.ocr_text,
        a.language, c.sources, c.contexts, c.labels
      FROM answer a
      JOIN chunk c ON c.answer = a.ordinal
      LEFT JOIN media m ON m.ordinal = a.media
      LEFT JOIN media_gone g ON g.ordinal = a.media
      """;

  Chunk chunk() {
    return new Chunk(
        new AnswerId(Uuids.of(id)),
        MediaDigest.ofBytes(digest),
        title,
        new Depiction(
            altText, description, TextList.split(keywords), Optional.ofNullable(ocrText), language),
        sources,
        contexts,
        labels);
  }
}
