package dev.depict.gemini.reply;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Mends keywords: lower case, trimmed, each once, not too many. Few are as good as five. */
final class Keywords {
  private static final int MOST = 10;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Keywords() {}

  static List<String> mend(List<String> words) {
    return words.stream()
        .map(word -> SPACE.matcher(word).replaceAll(" ").strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MOST)
        .toList();
  }
}
