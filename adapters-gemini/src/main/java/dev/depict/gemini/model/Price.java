package dev.depict.gemini.model;

import dev.depict.domain.quota.MicroDollars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What a million tokens cost in US dollars; so, what one token costs in millionths of a dollar.
 *
 * @param from when the price begins to hold
 * @param output also the price of thinking
 */
public record Price(Instant from, BigDecimal input, BigDecimal output) {
  /** Rounded once, half up. */
  public MicroDollars cost(long inputTokens, long outputTokens) {
    BigDecimal exact =
        input
            .multiply(BigDecimal.valueOf(inputTokens))
            .add(output.multiply(BigDecimal.valueOf(outputTokens)));
    return new MicroDollars(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }
}
