package dev.depict.emulator.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The language of an answer. English, German, French, Spanish and Russian are spoken; in any other
 * the words are English behind the tag, {@code [pt-BR] Blocks of …}, so that it is seen that the
 * language was understood.
 */
final class Language {
  private static final String ENGLISH = "en";

  private final Properties words;
  private final String prefix;

  private Language(Properties words, String prefix) {
    this.words = words;
    this.prefix = prefix;
  }

  /** The one with that tag; English when there is none. */
  static Language of(Optional<String> tag) {
    String wished = tag.orElse(ENGLISH);
    String spoken = Locale.forLanguageTag(wished).getLanguage();
    return load(spoken)
        .map(words -> new Language(words, ""))
        .orElseGet(() -> new Language(load(ENGLISH).orElseThrow(), "[" + wished + "] "));
  }

  /** One word. */
  String word(String name) {
    String word = words.getProperty(name);
    if (word == null) {
      throw new IllegalStateException("no such word: " + name);
    }
    return word;
  }

  /** A whole sentence, with what it is about. */
  String sentence(String name, Object... about) {
    return prefix + word(name).formatted(about);
  }

  private static Optional<Properties> load(String language) {
    try (InputStream file =
        Language.class.getResourceAsStream("words_" + language + ".properties")) {
      if (file == null) {
        return Optional.empty();
      }
      var words = new Properties();
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return Optional.of(words);
    } catch (IOException defect) {
      throw new UncheckedIOException("reading the words of a language failed", defect);
    }
  }
}
