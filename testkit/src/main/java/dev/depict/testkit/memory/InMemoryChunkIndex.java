package dev.depict.testkit.memory;

import dev.depict.application.port.out.ChunkIndex;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.answer.Chunk;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The chunks in memory; the rank of one is the share of its words that are asked for. */
final class InMemoryChunkIndex implements ChunkIndex {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private record Hit(Chunk chunk, double rank) {}

  private final Session session;

  InMemoryChunkIndex(Session session) {
    this.session = session;
  }

  @Override
  public Optional<Chunk> find(AnswerId id) {
    return session.change(() -> Optional.ofNullable(session.database.chunks.get(id)));
  }

  @Override
  public List<Chunk> search(String words, int limit) {
    List<String> asked = words(words);
    if (asked.isEmpty()) {
      return List.of();
    }
    return session.change(() ->
        session.database.chunks.values().stream()
            .map(chunk -> new Hit(chunk, rank(chunk, asked)))
            .filter(hit -> hit.rank() > 0)
            .sorted(Comparator.comparingDouble(Hit::rank).reversed())
            .limit(limit)
            .map(Hit::chunk)
            .toList());
  }

  private static double rank(Chunk chunk, List<String> asked) {
    List<String> held = words(text(chunk));
    String last = asked.getLast();
    long matches = 0;
    for (String word : asked) {
      boolean prefix = word.equals(last);
      long found =
          held.stream().filter(each -> prefix ? each.startsWith(word) : each.equals(word)).count();
      if (found == 0) {
        return 0;
      }
      matches += found;
    }
    return (double) matches / held.size();
  }

  private static String text(Chunk chunk) {
    return String.join(
        "\n",
        chunk.title(),
        chunk.depiction().altText(),
        chunk.depiction().description(),
        String.join("\n", chunk.depiction().keywords()),
        chunk.depiction().ocrText().orElse(""),
        chunk.sources(),
        chunk.contexts(),
        chunk.labels());
  }

  private static List<String> words(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return SEPARATORS
        .splitAsStream(plain.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
