package dev.depict.gemini.limit;

import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.TaskId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Whether the provider is held to be in order for one key. Opens after {@value #FAILURES} failures
 * in a row, then lets a single call find out, less and less often. Not safe for concurrent use.
 */
final class Circuit {
  private static final int FAILURES = 5;
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(4),
          Duration.ofMinutes(5));

  private final CircuitBreaker breaker;
  private final FailureRun run = new FailureRun();
  private int openings;
  private long nextProbe;
  private OptionalLong probe = OptionalLong.empty();

  /** Grants up to this one tell of a disorder that is over. */
  private long outdated;

  Circuit(QuotaKey key) {
    breaker =
        CircuitBreaker.of(
            key.toString(),
            CircuitBreakerConfig.custom()
                .slidingWindow(FAILURES, FAILURES, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordResult(outcome -> outcome instanceof Outcome.Unavailable)
                .build());
  }

  /** As it stands. */
  QuotaGauge.Circuit gauge(Moment now) {
    return switch (state()) {
      case CLOSED -> QuotaGauge.Circuit.IN_ORDER;
      case OPEN -> new QuotaGauge.Circuit(state(), nextProbe(now));
      case PROBING -> new QuotaGauge.Circuit(state(), Optional.empty());
    };
  }

  /** Whether a call may be made now, be it to find out. */
  boolean admits(Moment now) {
    return switch (state()) {
      case CLOSED -> true;
      case OPEN -> nextProbe - now.nanos() <= 0;
      case PROBING -> probe.isEmpty();
    };
  }

  /** When the next call may find out; empty while one does. */
  Optional<Instant> nextProbe(Moment now) {
    return state() == QuotaGauge.Circuit.State.OPEN
        ? Optional.of(now.after(Math.max(0, nextProbe - now.nanos())))
        : Optional.empty();
  }

  /** A call is permitted, after {@link #admits} has said so. */
  void granted(long grant) {
    if (state() == QuotaGauge.Circuit.State.OPEN) {
      // The pauses are counted here, by the ticker; the breaker would count them by a wall clock.
      breaker.transitionToHalfOpenState();
    }
    if (state() == QuotaGauge.Circuit.State.PROBING && breaker.tryAcquirePermission()) {
      probe = OptionalLong.of(grant);
    }
  }

  /** A permitted call was not made. Says whether another one may find out in its place. */
  boolean givenBack(long grant) {
    if (!isProbe(grant)) {
      return false;
    }
    probe = OptionalLong.empty();
    breaker.releasePermission();
    return true;
  }

  /** A call has ended. Says whether another one may be made sooner than was known. */
  boolean ended(long grant, TaskId task, Outcome outcome, Moment now) {
    return switch (state()) {
      case CLOSED -> {
        if (grant > outdated && isTelling(task, outcome)) {
          tell(outcome, now);
        }
        yield false;
      }
      case OPEN -> false;
      case PROBING -> {
        boolean telling = isProbe(grant);
        if (telling) {
          probe = OptionalLong.empty();
          outdated = grant;
          tell(outcome, now);
        }
        yield telling;
      }
    };
  }

  /** Lets the next call find out at once. Says whether there is anything to find out. */
  boolean probeNow() {
    return switch (state()) {
      case CLOSED -> false;
      case OPEN -> {
        breaker.transitionToHalfOpenState();
        yield true;
      }
      case PROBING -> {
        // One that was sent before tells nothing of now.
        probe.ifPresent(this::givenBack);
        yield true;
      }
    };
  }

  private boolean isTelling(TaskId task, Outcome outcome) {
    if (outcome instanceof Outcome.Unavailable) {
      return run.add(task, outcome.charge(), FAILURES);
    }
    run.end();
    return true;
  }

  private void tell(Outcome outcome, Moment now) {
    breaker.onResult(0, TimeUnit.NANOSECONDS, outcome);
    switch (state()) {
      case CLOSED -> openings = 0;
      case OPEN -> {
        Duration pause = PAUSES.get(Math.min(openings++, PAUSES.size() - 1));
        nextProbe = now.nanos() + pause.toNanos();
        run.end();
      }
      case PROBING -> {}
    }
  }

  private boolean isProbe(long grant) {
    return probe.isPresent() && probe.getAsLong() == grant;
  }

  private QuotaGauge.Circuit.State state() {
    return switch (breaker.getState()) {
      case CLOSED, DISABLED, METRICS_ONLY -> QuotaGauge.Circuit.State.CLOSED;
      case OPEN, FORCED_OPEN -> QuotaGauge.Circuit.State.OPEN;
      case HALF_OPEN -> QuotaGauge.Circuit.State.PROBING;
    };
  }
}
