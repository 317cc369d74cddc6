package dev.depict.gemini.error;

import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.QuotaViolation;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A limit that was met, under the provider's names.
 *
 * @param metric what is counted
 * @param id the limit, such as {@code GenerateRequestsPerDayPerProjectPerModel-FreeTier}
 * @param value the limit's; absent when it is not told
 */
record Violation(String metric, String id, OptionalLong value) {
  boolean daily() {
    return id.contains("PerDay");
  }

  boolean zero() {
    return value.isPresent() && value.getAsLong() == 0;
  }

  /** For the limiter; empty for a limit of a kind it does not keep. */
  Optional<QuotaViolation> known() {
    if (daily()) {
      // Only calls are counted by the day: a number of tokens is no limit for them.
      return Optional.of(
          new QuotaViolation(
              LimitKind.REQUESTS_PER_DAY, id, tokens() ? OptionalLong.empty() : value));
    }
    if (!id.contains("PerMinute")) {
      return Optional.empty();
    }
    return Optional.of(
        new QuotaViolation(
            tokens() ? LimitKind.INPUT_TOKENS_PER_MINUTE : LimitKind.REQUESTS_PER_MINUTE,
            id,
            value));
  }

  private boolean tokens() {
    return (id + metric).toLowerCase(Locale.ROOT).contains("token");
  }
}
