package dev.depict.gemini.reply;

import java.util.Locale;
import java.util.regex.Pattern;

/** Mends alt texts: no words that say it is a picture, not too long. */
final class AltText {
  static final int LONGEST = 125;

  private static final String ELLIPSIS = "…";
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern BEGINNING =
      Pattern.compile(
          "^(?:this is )?(?:(?:an?|the) )?(?:image|picture|photo|photograph) of ",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LAST_WORD = Pattern.compile("[\\s\\p{Punct}]+\\S*$");

  private AltText() {}

  static String mend(String words) {
    String line = SPACE.matcher(words).replaceAll(" ").strip();
    String thing = BEGINNING.matcher(line).replaceFirst("");
    return cut(thing.length() == line.length() ? line : capitalized(thing));
  }

  private static String capitalized(String words) {
    if (words.isEmpty()) {
      return words;
    }
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }

  /** At a word where there are words. */
  private static String cut(String words) {
    if (words.codePointCount(0, words.length()) <= LONGEST) {
      return words;
    }
    int room = words.offsetByCodePoints(0, LONGEST - 1);
    String head = words.substring(0, room);
    boolean betweenWords = Character.isWhitespace(words.codePointAt(room));
    String whole = betweenWords ? head : LAST_WORD.matcher(head).replaceFirst("");
    return (whole.length() < room / 2 ? head : whole).stripTrailing() + ELLIPSIS;
  }
}
