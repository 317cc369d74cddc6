package dev.depict.sqlite.change;

import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.Usage;
import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The bookings of a transaction, added up before they are written. */
final class Usages {
  // Version 1 did not count unknown calls apart, so that one of them may be taken back uncounted.
  private static final String ADD =
      """
      INSERT INTO usage_day (day, quota, calls, unknown_calls, input_tokens, output_tokens,
        thinking_tokens, cached_tokens, cost)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (day, quota) DO UPDATE SET calls = calls + excluded.calls,
        unknown_calls = max(unknown_calls + excluded.unknown_calls, 0),
        input_tokens = input_tokens + excluded.input_tokens,
        output_tokens = output_tokens + excluded.output_tokens,
        thinking_tokens = thinking_tokens + excluded.thinking_tokens,
        cached_tokens = cached_tokens + excluded.cached_tokens, cost = cost + excluded.cost
      """;

  private record Day(long day, long quota) {
    static Day of(Booking booking) {
      return new Day(PacificDay.of(booking.time()).toEpochDay(), booking.quota());
    }
  }

  private record Sum(
      long calls, long unknown, long input, long output, long thinking, long cached, long cost) {
    static Sum of(Booking booking) {
      Usage usage = booking.usage();
      return new Sum(
          1,
          booking.unknown() ? 1 : 0,
          usage.promptTokens(),
          usage.outputTokens(),
          usage.thinkingTokens(),
          usage.cachedTokens(),
          booking.cost());
    }

    Sum negated() {
      return new Sum(-calls, -unknown, -input, -output, -thinking, -cached, -cost);
    }

    Sum plus(Sum other) {
      return new Sum(
          calls + other.calls,
          unknown + other.unknown,
          input + other.input,
          output + other.output,
          thinking + other.thinking,
          cached + other.cached,
          cost + other.cost);
    }
  }

  private final Map<Day, Sum> sums = new HashMap<>();

  /** Books a call on the day it was sent. */
  void book(Booking booking) {
    sums.merge(Day.of(booking), Sum.of(booking), Sum::plus);
  }

  /** Takes a booking back. */
  void cancel(Booking booking) {
    sums.merge(Day.of(booking), Sum.of(booking).negated(), Sum::plus);
  }

  void flush(Sql sql) throws SQLException {
    for (var entry : sums.entrySet()) {
      Day day = entry.getKey();
      Sum sum = entry.getValue();
      sql.update(
          ADD,
          day.day(),
          day.quota(),
          sum.calls(),
          sum.unknown(),
          sum.input(),
          sum.output(),
          sum.thinking(),
          sum.cached(),
          sum.cost());
    }
    sums.clear();
  }

  Runnable mark() {
    var before = Map.copyOf(sums);
    return () -> {
      sums.clear();
      sums.putAll(before);
    };
  }
}
