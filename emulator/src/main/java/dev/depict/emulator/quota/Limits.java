package dev.depict.emulator.quota;

import java.util.OptionalLong;

/**
 * The limits of each key on one model; an absent one does not limit.
 *
 * @param requestsPerMinute calls of {@code generateContent}
 * @param inputTokensPerMinute their prompt tokens
 * @param requestsPerDay by the date in Los Angeles
 * @param counting how a minute is counted
 * @param details whether a 429 says which limits were met and how long to wait
 */
public record Limits(
    OptionalLong requestsPerMinute,
    OptionalLong inputTokensPerMinute,
    OptionalLong requestsPerDay,
    Counting counting,
    boolean details) {

  /** No limit at all; once limits are set, counted by the sliding window and told in detail. */
  public static Limits none() {
    return new Limits(
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Counting.SLIDING_WINDOW,
        true);
  }

  /** The same with that many requests a minute. */
  public Limits withRequestsPerMinute(long limit) {
    return new Limits(
        OptionalLong.of(limit), inputTokensPerMinute, requestsPerDay, counting, details);
  }

  /** The same with that many input tokens a minute. */
  public Limits withInputTokensPerMinute(long limit) {
    return new Limits(requestsPerMinute, OptionalLong.of(limit), requestsPerDay, counting, details);
  }

  /** The same with that many requests a day. */
  public Limits withRequestsPerDay(long limit) {
    return new Limits(
        requestsPerMinute, inputTokensPerMinute, OptionalLong.of(limit), counting, details);
  }

  /** The same, counted that way. */
  public Limits countedBy(Counting way) {
    return new Limits(requestsPerMinute, inputTokensPerMinute, requestsPerDay, way, details);
  }

  /** The same, but a 429 says nothing beyond that it is one. */
  public Limits withoutDetails() {
    return new Limits(requestsPerMinute, inputTokensPerMinute, requestsPerDay, counting, false);
  }
}
