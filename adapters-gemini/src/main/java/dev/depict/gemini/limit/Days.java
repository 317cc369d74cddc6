package dev.depict.gemini.limit;

import dev.depict.application.port.out.UsageBook;
import dev.depict.domain.quota.PacificDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The days something is counted on, each read from the book before anything is permitted on it.
 * Looking one up may read a store. Safe for concurrent use; the days themselves are not.
 */
final class Days {
  /** A call may be settled the day after it was sent, and a clock may be set back. */
  private static final long KEPT = 2;

  private final UsageBook book;
  private final ConcurrentMap<LocalDate, Day> days = new ConcurrentHashMap<>();

  Days(UsageBook book) {
    this.book = book;
  }

  /** The day of the moment. */
  Day of(Instant time) {
    LocalDate date = PacificDay.of(time);
    Day known = days.get(date);
    return known != null ? known : open(date);
  }

  private Day open(LocalDate date) {
    Day read = Day.of(date, book.day(date));
    Day other = days.putIfAbsent(date, read);
    days.keySet().removeIf(one -> Math.abs(one.toEpochDay() - date.toEpochDay()) > KEPT);
    return other != null ? other : read;
  }
}
