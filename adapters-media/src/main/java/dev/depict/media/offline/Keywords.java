package dev.depict.media.offline;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Picks the most telling words of a text, and joins them to others without doubles. */
final class Keywords {
  private static final int MOST = 10;
  private static final int MOST_FROM_TEXT = 5;
  private static final int MIN_LETTERS = 4;
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]+");
  private static final Set<String> COMMON =
      Set.of(
          "about", "after", "also", "been", "before", "could", "each", "every", "from", "have",
          "into", "more", "most", "only", "other", "over", "some", "such", "than", "that", "their",
          "them", "then", "there", "these", "they", "this", "those", "under", "were", "what",
          "when", "where", "which", "while", "will", "with", "would", "your", "было", "были",
          "более", "всего", "если", "когда", "которые", "которая", "который", "лишь", "между",
          "может", "него", "себя", "также", "только", "чтобы", "этого", "этот");

  private Keywords() {}

  static List<String> of(List<String> measured, String text) {
    Set<String> keywords = new LinkedHashSet<>(telling(text));
    keywords.addAll(measured);
    return keywords.stream().limit(MOST).toList();
  }

  /** The frequent before the rare, the long before the short, then as they stand in the text. */
  private static List<String> telling(String text) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    WORD.matcher(text)
        .results()
        .map(match -> match.group().toLowerCase(Locale.ROOT))
        .filter(word -> word.length() >= MIN_LETTERS && !COMMON.contains(word))
        .forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparingInt(entry -> -entry.getKey().length()))
        .map(Map.Entry::getKey)
        .limit(MOST_FROM_TEXT)
        .toList();
  }
}
