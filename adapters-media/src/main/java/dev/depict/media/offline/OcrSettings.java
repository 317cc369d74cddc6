package dev.depict.media.offline;

import java.time.Duration;
import java.util.List;

/**
 * How text is read.
 *
 * @param program name or path of Tesseract; it need not exist
 * @param languages as Tesseract names them; those that are not installed are left out
 * @param timeout hard limit of one run, after which the program is ended
 * @param maxCharacters longer text is cut
 * @param parallel runs at a time; further ones wait
 */
public record OcrSettings(
    String program, List<String> languages, Duration timeout, int maxCharacters, int parallel) {

  /** English and Russian, half a minute, one run per core. */
  public static final OcrSettings DEFAULT =
      new OcrSettings(
          "tesseract",
          List.of("eng", "rus"),
          Duration.ofSeconds(30),
          20_000,
          Runtime.getRuntime().availableProcessors());

  public OcrSettings {
    languages = List.copyOf(languages);
    if (!timeout.isPositive() || maxCharacters < 1 || parallel < 1) {
      throw new IllegalArgumentException(
          "reading text takes a positive time, characters and runs, not %s, %d and %d"
              .formatted(timeout, maxCharacters, parallel));
    }
  }
}
