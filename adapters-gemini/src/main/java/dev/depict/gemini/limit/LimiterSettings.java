package dev.depict.gemini.limit;

import dev.depict.domain.quota.MicroDollars;
import java.time.Duration;

/**
 * What may be sent and spent. The provider's own limits hold beside these as soon as it names them.
 *
 * @param rpm requests per minute of each model, at least 1
 * @param tpm input tokens per minute of each model; 0 for no limit
 * @param rpd requests per Pacific day of each model; 0 for no limit
 * @param guard how much longer than the provider's minute a send counts, because calls take a
 *     moment, and not always the same, to arrive; at most a minute
 * @param budget what may be spent on one Pacific day, all models together; 0 for no limit
 */
public record LimiterSettings(int rpm, long tpm, long rpd, Duration guard, MicroDollars budget) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Those of a free key. */
  public static final LimiterSettings DEFAULT =
      new LimiterSettings(15, 0, 0, Duration.ofMillis(250), MicroDollars.ZERO);

  public LimiterSettings {
    if (rpm < 1) {
      throw refusal("quota.rpm", rpm, "set it to at least 1, or leave it out for 15");
    }
    if (tpm < 0) {
      throw refusal("quota.tpm", tpm, "set it to at least 1, or to 0 for no limit");
    }
    if (rpd < 0) {
      throw refusal("quota.rpd", rpd, "set it to at least 1, or to 0 for no limit");
    }
    if (guard.isNegative() || guard.compareTo(MINUTE) > 0) {
      throw refusal("quota.guard", guard, "set it between 0 and a minute, or leave it out");
    }
  }

  /** How long a send counts. */
  Duration span() {
    return MINUTE.plus(guard);
  }

  private static IllegalArgumentException refusal(String field, Object value, String remedy) {
    return new IllegalArgumentException(field + " is " + value + ": " + remedy);
  }
}
