package dev.depict.gemini.model;

import dev.depict.domain.question.MediaResolution;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a model.
 *
 * @param listed whether anything is
 * @param temperature whether it may be asked for a temperature
 * @param prices none when they are not known
 * @param end when the provider stops serving it
 * @param replacement what to ask instead; empty when nothing is known
 */
public record GeminiModel(
    String name,
    boolean listed,
    PictureCounting counting,
    boolean temperature,
    Thinking thinking,
    List<Price> prices,
    Optional<Instant> end,
    String replacement) {
  /** The most tokens that one answer may have, thinking included. */
  public static final int OUTPUT_LIMIT = 8192;

  /** Most tokens to expect for the words themselves. */
  private static final long WORDS = 600;

  public GeminiModel {
    prices = List.copyOf(prices);
  }

  /** A model that is not listed: nothing is asked of it that it might refuse. */
  public static GeminiModel unlisted(String name) {
    return new GeminiModel(
        name,
        false,
        PictureCounting.UNKNOWN,
        false,
        new Thinking.Unasked(OUTPUT_LIMIT - WORDS),
        List.of(),
        Optional.empty(),
        "");
  }

  /** The price at that time; empty when it is not known. */
  public Optional<Price> priceAt(Instant time) {
    return prices.stream()
        .filter(price -> !price.from().isAfter(time))
        .max(Comparator.comparing(Price::from));
  }

  /** Input tokens for a picture of that size, as sent. */
  public long pictureTokens(int width, int height, MediaResolution resolution) {
    return counting.tokens(width, height, resolution);
  }

  /** Most output tokens to expect, thinking included. */
  public long expectedOutput() {
    return Math.min(OUTPUT_LIMIT, WORDS + thinking.allowance());
  }
}
