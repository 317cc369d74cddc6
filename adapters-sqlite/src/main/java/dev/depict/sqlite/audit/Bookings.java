package dev.depict.sqlite.audit;

import dev.depict.domain.quota.PacificDay;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.read.ReaderPool;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether the books of each day hold what the attempts took: all of it, and no more if no task was
 * ever deleted, whose attempts are gone. What differs while attempts end beside it must differ in
 * the same way again before it is a fault.
 */
final class Bookings implements Check {
  private static final long PAGE = 5_000;
  private static final long HOUR_MILLIS = 3_600_000;

  /** Days begin with an hour everywhere. */
  private static final String ATTEMPTS =
      """
      SELECT quota, coalesce(send_time, start_time) / 3600000 AS hour, count(*), sum(cost)
      FROM attempt
      WHERE task > ? AND task <= ? AND (send_time IS NOT NULL OR state = 4)
      GROUP BY quota, hour
      """;

  private static final String BOOKS = "SELECT quota, day, calls, cost FROM usage_day";
  private static final String NEWEST = "SELECT coalesce(max(task), 0) FROM attempt";
  private static final String DELETED =
      """
      SELECT (SELECT count(*) FROM task) < max(
        coalesce((SELECT max(ordinal) FROM task), 0),
        coalesce((SELECT max(task) FROM tombstone), 0))
      """;

  private record Key(long quota, long day) {}

  private record Sum(long calls, long cost) {
    static final Sum NOTHING = new Sum(0, 0);

    static Sum of(Row row) throws SQLException {
      return new Sum(row.number(3), row.number(4));
    }

    Sum plus(Sum other) {
      return new Sum(calls + other.calls, cost + other.cost);
    }

    boolean exceeds(Sum other) {
      return calls > other.calls || cost > other.cost;
    }
  }

  private record Difference(Key key, Sum booked, Sum attempts) {}

  @Override
  public void run(ReaderPool readers, Report report) {
    Set<Difference> differences = differences(readers, report);
    if (!differences.isEmpty()) {
      differences.retainAll(differences(readers, report));
    }
    for (Difference one : differences) {
      report.fault(
          "the usage of " + LocalDate.ofEpochDay(one.key().day()),
          "%d calls for %d micro-dollars are booked, the attempts took %d for %d"
              .formatted(
                  one.booked().calls(),
                  one.booked().cost(),
                  one.attempts().calls(),
                  one.attempts().cost()),
          "nothing can; on that day the limits are met too early or too late");
    }
  }

  private static Set<Difference> differences(ReaderPool readers, Report report) {
    Map<Key, Sum> attempts = attempts(readers);
    Map<Key, Sum> books = books(readers);
    report.looked(books.size());
    boolean deleted =
        readers.query(sql -> sql.first(DELETED, row -> row.number(1) != 0).orElse(true));
    var keys = new HashSet<>(books.keySet());
    keys.addAll(attempts.keySet());
    var differences = new HashSet<Difference>();
    for (Key key : keys) {
      Sum booked = books.getOrDefault(key, Sum.NOTHING);
      Sum took = attempts.getOrDefault(key, Sum.NOTHING);
      if (took.exceeds(booked) || (!deleted && !took.equals(booked))) {
        differences.add(new Difference(key, booked, took));
      }
    }
    return differences;
  }

  private static Map<Key, Sum> attempts(ReaderPool readers) {
    var sums = new HashMap<Key, Sum>();
    long newest = readers.query(sql -> sql.first(NEWEST, row -> row.number(1)).orElse(0L));
    for (long at = 0; at < newest; at += PAGE) {
      long from = at;
      readers.query(sql ->
          sql.all(
              ATTEMPTS,
              row -> sums.merge(new Key(row.number(1), day(row.number(2))), Sum.of(row), Sum::plus),
              from,
              from + PAGE));
    }
    return sums;
  }

  private static Map<Key, Sum> books(ReaderPool readers) {
    var sums = new HashMap<Key, Sum>();
    readers.query(sql ->
        sql.all(
            BOOKS,
            row -> sums.merge(new Key(row.number(1), row.number(2)), Sum.of(row), Sum::plus)));
    return sums;
  }

  private static long day(long hour) {
    return PacificDay.of(Instant.ofEpochMilli(hour * HOUR_MILLIS)).toEpochDay();
  }
}
