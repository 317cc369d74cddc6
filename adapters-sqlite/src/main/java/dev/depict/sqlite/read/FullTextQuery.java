package dev.depict.sqlite.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a query of words that anybody may have typed. */
public final class FullTextQuery {
  /** Marks belong to the letter before them; alone they are nothing. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*");

  private FullTextQuery() {}

  /** All words, the last one also as a prefix; empty when there is none. */
  public static Optional<String> of(String text) {
    List<String> words = WORD.matcher(text).results().map(MatchResult::group).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        words.stream()
            .map(word -> "\"" + word + "\"")
            .collect(Collectors.joining(" AND ", "", "*")));
  }
}
