package dev.depict.emulator.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** What one key took of one model. Keeps a day of history, so that new limits count it, too. */
final class Account {
  private static final Duration REMEMBERED = Duration.ofHours(25);

  private final Deque<Taken> history = new ArrayDeque<>();
  private List<Gauge> gauges;

  Account(Limits limits) {
    gauges = gauges(limits);
  }

  void limit(Limits limits) {
    gauges = gauges(limits);
    for (Taken call : history) {
      gauges.forEach(gauge -> gauge.take(call));
    }
  }

  /** Counts the call and returns nothing, or counts nothing and returns all limits met. */
  List<Violation> take(Instant now, long inputTokens) {
    var call = new Taken(now, inputTokens);
    List<Violation> violations =
        gauges.stream()
            .map(gauge -> gauge.check(call))
            .filter(violation -> violation.retryAfter().isPositive())
            .toList();
    if (violations.isEmpty()) {
      gauges.forEach(gauge -> gauge.take(call));
      remember(call);
    }
    return violations;
  }

  /** Takes back a call of that time, and counts all others anew. */
  void giveBack(Instant time, Limits limits) {
    for (Iterator<Taken> each = history.descendingIterator(); each.hasNext(); ) {
      if (each.next().time().equals(time)) {
        each.remove();
        limit(limits);
        return;
      }
    }
  }

  private void remember(Taken call) {
    while (!history.isEmpty()
        && history.getFirst().time().isBefore(call.time().minus(REMEMBERED))) {
      history.removeFirst();
    }
    history.addLast(call);
  }

  private static List<Gauge> gauges(Limits limits) {
    var gauges = new ArrayList<Gauge>();
    limits
        .requestsPerMinute()
        .ifPresent(limit ->
            gauges.add(
                new Gauge(Quota.REQUESTS_PER_MINUTE, limit, minute(limits.counting(), limit))));
    limits
        .inputTokensPerMinute()
        .ifPresent(limit ->
            gauges.add(
                new Gauge(Quota.INPUT_TOKENS_PER_MINUTE, limit, minute(limits.counting(), limit))));
    limits
        .requestsPerDay()
        .ifPresent(
            limit -> gauges.add(new Gauge(Quota.REQUESTS_PER_DAY, limit, new PacificDay(limit))));
    return gauges;
  }

  private static Meter minute(Counting counting, long limit) {
    return switch (counting) {
      case SLIDING_WINDOW -> new SlidingWindow(limit);
      case TOKEN_BUCKET -> new TokenBucket(limit);
      case FIXED_MINUTE -> new FixedMinute(limit);
    };
  }

  private record Taken(Instant time, long inputTokens) {}

  private record Gauge(Quota quota, long limit, Meter meter) {
    Violation check(Taken call) {
      return new Violation(quota, limit, meter.delay(call.time(), amount(call)));
    }

    void take(Taken call) {
      meter.take(call.time(), amount(call));
    }

    private long amount(Taken call) {
      return quota == Quota.INPUT_TOKENS_PER_MINUTE ? call.inputTokens() : 1;
    }
  }
}
