package dev.depict.gemini;

import java.util.Optional;
import java.util.regex.Pattern;

/** What counts as a key. */
final class KeyText {
  private static final System.Logger LOG = System.getLogger(KeyText.class.getName());

  /** Anything else could not stand in a header, and the complaint about it would show it. */
  private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7E]{1,512}");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private KeyText() {}

  static Optional<String> read(String text) {
    String key = text.replace(BYTE_ORDER_MARK, "").strip();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    if (!SHAPE.matcher(key).matches()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the Gemini API key is not used: a key is one line of letters, digits and signs without"
              + " spaces; check gemini.api-key, or the file that holds it");
      return Optional.empty();
    }
    return Optional.of(key);
  }
}
