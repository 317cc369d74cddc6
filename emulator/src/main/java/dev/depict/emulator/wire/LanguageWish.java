package dev.depict.emulator.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The language that a system instruction asks the answer to be in. Found are, in this order: a BCP
 * 47 tag in quotes or brackets behind the word "language" or "BCP 47"; one that follows such a word
 * at once; the English name of a language behind "in" or "language".
 */
final class LanguageWish {
  private static final String TAG = "([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)";
  private static final String INTRODUCTION = "(?i:\\blanguage\\b|\\bBCP[ -]?47\\b)";
  private static final Pattern QUOTED =
      Pattern.compile(INTRODUCTION + "[^.\\n]{0,60}?[\"'`(<“]" + TAG + "[\"'`)>”]");
  private static final Pattern FOLLOWING =
      Pattern.compile(INTRODUCTION + "(?i: tag| code)?\\s*[:=]?\\s*" + TAG + "(?=[\\s.,;)]|$)");
  private static final Pattern NAMED =
      Pattern.compile("(?i:\\bin|\\blanguage:?) (?:\\p{Lu}\\p{L}+ )?(\\p{Lu}\\p{L}+)");

  private static final Set<String> TAGS = Set.of(Locale.getISOLanguages());
  private static final Map<String, String> BY_NAME =
      Arrays.stream(Locale.getISOLanguages())
          .collect(
              Collectors.toMap(
                  tag -> Locale.of(tag).getDisplayLanguage(Locale.ENGLISH),
                  tag -> tag,
                  (first, _) -> first));

  /** Words of English that are tags as well, and never meant as one without quotes. */
  private static final Set<String> WORDS =
      Set.of("am", "an", "as", "be", "he", "in", "is", "it", "my", "no", "of", "or", "so", "to");

  private LanguageWish() {}

  /** The tag; empty when no language is named. */
  static Optional<String> of(String instruction) {
    Stream<String> quoted = groups(QUOTED, instruction);
    Stream<String> following = groups(FOLLOWING, instruction).filter(tag -> !WORDS.contains(tag));
    Stream<String> tags = Stream.concat(quoted, following).filter(LanguageWish::isTag);
    Stream<String> named =
        groups(NAMED, instruction).flatMap(name -> Stream.ofNullable(BY_NAME.get(name)));
    return Stream.concat(tags, named).findFirst();
  }

  private static Stream<String> groups(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(LanguageWish::group);
  }

  private static String group(MatchResult found) {
    return found.group(1);
  }

  private static boolean isTag(String tag) {
    return TAGS.contains(Locale.forLanguageTag(tag).getLanguage());
  }
}
