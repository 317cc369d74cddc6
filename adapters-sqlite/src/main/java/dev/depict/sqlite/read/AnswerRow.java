package dev.depict.sqlite.read;

import dev.depict.domain.answer.Answer;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.answer.Depiction;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.question.Fingerprint;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.Usage;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.TextList;
import dev.depict.sqlite.db.Uuids;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns {@link #COLUMNS}, in their order. */
record AnswerRow(
    byte[] id,
    byte[] fingerprint,
    String altText,
    String description,
    String keywords,
    @Nullable String ocrText,
    String language,
    String provider,
    String modelAsked,
    String modelAnswered,
    long promptTokens,
    long outputTokens,
    long thinkingTokens,
    long cachedTokens,
    long cost,
    long analyzeTime) {
  static final String COLUMNS =
      """
      a.id, a.fingerprint, a.alt_text, a.description, a.keywords, a.ocr_text, a.language,
      a.provider, a.model_asked, a.model_answered, a.prompt_tokens, a.output_tokens,
      a.thinking_tokens, a.cached_tokens, a.cost, a.analyze_time
      """;

  /** Reads the columns. */
  static AnswerRow read(Row row) throws SQLException {
    return new AnswerRow(
        row.bytes(1),
        row.bytes(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.maybeText(6).orElse(null),
        row.text(7),
        row.text(8),
        row.text(9),
        row.text(10),
        row.number(11),
        row.number(12),
        row.number(13),
        row.number(14),
        row.number(15),
        row.number(16));
  }

  Answer answer() {
    return new Answer(
        new AnswerId(Uuids.of(id)),
        Fingerprint.ofBytes(fingerprint),
        new Depiction(
            altText, description, TextList.split(keywords), Optional.ofNullable(ocrText), language),
        new Provenance(
            provider,
            modelAsked,
            modelAnswered,
            new Usage(promptTokens, outputTokens, thinkingTokens, cachedTokens),
            new MicroDollars(cost)),
        Instant.ofEpochMilli(analyzeTime));
  }
}
