package dev.depict.sqlite.change;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.domain.answer.Depiction;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.quota.Usage;
import dev.depict.sqlite.db.TextList;
import dev.depict.sqlite.db.Uuids;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stores answers together with their searchable text. */
final class Answers {
  private static final String INSERT =
      """
      INSERT INTO answer (ordinal, id, fingerprint, media, alt_text, description, keywords,
        ocr_text, language, provider, model_asked, model_answered, prompt_tokens, output_tokens,
        thinking_tokens, cached_tokens, cost, analyze_time)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING
      """;
  private static final String CHUNK =
      "INSERT INTO chunk (answer, title, sources, contexts, labels) VALUES (?, ?, ?, ?, ?)";
  private static final String INDEX =
      """
      INSERT INTO chunk_text (rowid, title, description, alt_text, ocr_text, keywords, sources,
        contexts, labels)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Ledger ledger;

  Answers(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Stores an answer and returns its number; empty when it is stored already. */
  OptionalLong insert(AttemptEnd.Answered end, byte[] fingerprint, long media) throws SQLException {
    long ordinal = ledger.counters().answer + 1;
    Depiction depiction = end.depiction();
    Provenance provenance = end.provenance();
    Usage usage = provenance.usage();
    int inserted =
        ledger
            .sql()
            .update(
                INSERT,
                ordinal,
                Uuids.bytes(end.id().value()),
                fingerprint,
                media,
                depiction.altText(),
                depiction.description(),
                TextList.join(depiction.keywords()),
                depiction.ocrText().orElse(null),
                depiction.language(),
                provenance.provider(),
                provenance.modelAsked(),
                provenance.modelAnswered(),
                usage.promptTokens(),
                usage.outputTokens(),
                usage.thinkingTokens(),
                usage.cachedTokens(),
                provenance.cost().value(),
                ledger.nowMillis());
    if (inserted == 0) {
      return OptionalLong.empty();
    }
    ledger.counters().answer = ordinal;
    return OptionalLong.of(ordinal);
  }

  /**
   * Makes an answer searchable.
   *
   * @param tasks those that get the answer, the one that asked first
   */
  void index(long answer, Depiction depiction, long media, List<Stored> tasks) throws SQLException {
    String sources = lines(tasks, task -> Stream.of(task.source()));
    String contexts = lines(tasks, task -> Stream.of(task.context()));
    String labels = lines(tasks, task -> task.labels().stream());
    String title = sources.isEmpty() ? digest(media) : sources.lines().findFirst().orElse(sources);
    ledger.sql().update(CHUNK, answer, title, sources, contexts, labels);
    ledger
        .sql()
        .update(
            INDEX,
            answer,
            title,
            depiction.description(),
            depiction.altText(),
            depiction.ocrText().orElse(""),
            String.join("\n", depiction.keywords()),
            sources,
            contexts,
            labels);
  }

  private String digest(long media) throws SQLException {
    return ledger
        .sql()
        .first("SELECT digest FROM media WHERE ordinal = ?", row -> row.bytes(1), media)
        .map(digest -> MediaDigest.ofBytes(digest).hex())
        .orElse("");
  }

  private static String lines(List<Stored> tasks, Function<Stored, Stream<String>> words) {
    if (tasks.size() == 1) {
      return words
          .apply(tasks.getFirst())
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining("\n"));
    }
    return tasks.stream()
        .flatMap(words)
        .filter(line -> !line.isEmpty())
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
