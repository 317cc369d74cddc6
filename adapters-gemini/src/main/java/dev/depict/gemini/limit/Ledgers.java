package dev.depict.gemini.limit;

import dev.depict.application.port.out.Ticker;
import dev.depict.application.port.out.UsageBook;
import dev.depict.domain.quota.QuotaKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Everything the limiter knows, under one lock. Stores are read before the lock is taken. Safe for
 * concurrent use.
 */
final class Ledgers {
  private final Ticker ticker;
  private final InstantSource clock;
  private final Keys keys;
  private final Days days;
  private final ReentrantLock lock = new ReentrantLock();

  Ledgers(LimiterSettings settings, UsageBook book, Ticker ticker, InstantSource clock) {
    this.ticker = ticker;
    this.clock = clock;
    this.keys = new Keys(settings, book, ticker, clock);
    this.days = new Days(book);
  }

  /** What is done on one key. */
  interface Action<T> {
    T on(KeyLimits key, Day day, Moment now);
  }

  /** Does something on one key; short, and without calling anybody. */
  <T> T on(QuotaKey key, Action<T> action) {
    KeyLimits known = keys.of(key);
    return on((day, now) -> action.on(known, day, now));
  }

  /** What is done on a day. */
  interface DayAction<T> {
    T on(Day day, Moment now);
  }

  /** Does something on the day; short, and without calling anybody. */
  <T> T on(DayAction<T> action) {
    Day day = days.of(clock.instant());
    return locked(now -> action.on(day, now));
  }

  /** Does something; short, and without calling anybody. Reads no store. */
  <T> T locked(Function<Moment, T> action) {
    Instant time = clock.instant();
    lock.lock();
    try {
      return action.apply(new Moment(ticker.nanos(), time));
    } finally {
      lock.unlock();
    }
  }

  /** The keys in use. */
  Iterable<KeyLimits> keys() {
    return keys.all();
  }
}
