package dev.depict.testkit.memory;

import dev.depict.domain.answer.Answer;
import dev.depict.domain.answer.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the chunk of an answer from the tasks that get it. */
final class Chunks {
  private Chunks() {}

  /**
   * @param asker the task whose call brought the answer
   * @param waiting the leader that gets it, with its twins
   */
  static Chunk of(Answer answer, Row asker, Optional<Row> waiting) {
    List<Row> rows = new ArrayList<>(List.of(asker));
    waiting.filter(row -> row != asker).ifPresent(rows::add);
    waiting.ifPresent(row -> rows.addAll(row.twins.values()));
    String sources = lines(rows, row -> Stream.of(row.asked.origin().source()));
    return new Chunk(
        answer.id(),
        asker.asked.media().digest(),
        sources.lines().findFirst().orElse(asker.asked.media().digest().hex()),
        answer.depiction(),
        sources,
        lines(rows, row -> Stream.of(row.asked.question().contextText())),
        lines(rows, row -> row.asked.origin().labels().stream()));
  }

  private static String lines(List<Row> rows, Function<Row, Stream<String>> words) {
    return rows.stream()
        .flatMap(words)
        .filter(line -> !line.isEmpty())
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
