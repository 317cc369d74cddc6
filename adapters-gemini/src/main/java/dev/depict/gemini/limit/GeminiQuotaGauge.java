package dev.depict.gemini.limit;

import dev.depict.application.port.out.QuotaGauge;
import dev.depict.domain.quota.Demand;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.QuotaKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** Shows how Gemini's limits stand. */
final class GeminiQuotaGauge implements QuotaGauge {
  private final Ledgers ledgers;
  private final Obstacles obstacles;
  private final BooleanSupplier credentialAtHand;

  GeminiQuotaGauge(Ledgers ledgers, Obstacles obstacles, BooleanSupplier credentialAtHand) {
    this.ledgers = ledgers;
    this.obstacles = obstacles;
    this.credentialAtHand = credentialAtHand;
  }

  @Override
  public List<Limit> limits(QuotaKey key) {
    return ledgers.on(
        key,
        (known, day, now) ->
            Arrays.stream(LimitKind.values())
                .flatMap(kind -> limit(kind, known, day, now).stream())
                .toList());
  }

  private static Optional<Limit> limit(LimitKind kind, KeyLimits key, Day day, Moment now) {
    return key.limits()
        .of(kind, now.time())
        .map(limit -> new Limit(kind, limit.limit(), used(kind, key, day, now), limit.learned()));
  }

  private static long used(LimitKind kind, KeyLimits key, Day day, Moment now) {
    return switch (kind) {
      case REQUESTS_PER_MINUTE -> key.gate().window().requests(now.nanos());
      case INPUT_TOKENS_PER_MINUTE -> key.gate().window().tokens(now.nanos());
      case REQUESTS_PER_DAY -> day.count().calls(key.key());
    };
  }

  @Override
  public OptionalDouble estimateError(QuotaKey key) {
    return ledgers.on(key, (known, _, _) -> known.accuracy().error());
  }

  @Override
  public Circuit circuit(QuotaKey key) {
    return ledgers.on(key, (known, _, now) -> known.circuit().gauge(now));
  }

  @Override
  public Optional<Budget> budget() {
    return obstacles.hasBudget()
        ? ledgers.on((day, now) ->
            Optional.of(
                new Budget(
                    obstacles.budget(),
                    day.spending().spent(),
                    day.spending().reserved(),
                    PacificDay.end(now.time()))))
        : Optional.empty();
  }

  @Override
  public Optional<Instant> finishTime(QuotaKey key, long calls) {
    return credentialAtHand.getAsBoolean()
        ? ledgers.on(
            key,
            (known, day, now) ->
                Forecast.finishTime(
                    known,
                    day,
                    obstacles.first(
                        known, day, known.asked(), Demand.alone(known.asked().inputTokens()), now),
                    calls,
                    now))
        : Optional.empty();
  }
}
