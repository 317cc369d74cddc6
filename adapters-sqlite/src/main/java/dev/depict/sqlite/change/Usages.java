package dev.depict.sqlite.change;

import dev.depict.domain.answer.Usage;
import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The calls of a transaction, added up before they are written. */
final class Usages {
  /** Where the provider's day begins and ends. */
  private static final ZoneId PROVIDER = ZoneId.of("America/Los_Angeles");

  private record Day(long day, long quota) {}

  private record Sum(long calls, long input, long output, long cost) {
    Sum plus(Sum other) {
      return new Sum(
          calls + other.calls, input + other.input, output + other.output, cost + other.cost);
    }
  }

  private final Map<Day, Sum> sums = new HashMap<>();

  /** Books a call on the day it was sent. */
  void book(long quota, Instant sent, Usage usage, long cost) {
    var day = new Day(LocalDate.ofInstant(sent, PROVIDER).toEpochDay(), quota);
    long output = usage.outputTokens() + usage.thinkingTokens();
    sums.merge(day, new Sum(1, usage.promptTokens(), output, cost), Sum::plus);
  }

  void flush(Sql sql) throws SQLException {
    for (var entry : sums.entrySet()) {
      Day day = entry.getKey();
      Sum sum = entry.getValue();
      sql.update(
          """
          INSERT INTO usage_day (day, quota, calls, input_tokens, output_tokens, cost)
          VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (day, quota) DO UPDATE SET calls = calls + excluded.calls,
            input_tokens = input_tokens + excluded.input_tokens,
            output_tokens = output_tokens + excluded.output_tokens, cost = cost + excluded.cost
          """,
          day.day(),
          day.quota(),
          sum.calls(),
          sum.input(),
          sum.output(),
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
