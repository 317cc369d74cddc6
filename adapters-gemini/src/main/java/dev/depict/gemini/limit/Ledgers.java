package dev.depict.gemini.limit;

import dev.depict.application.port.out.Ticker;
import dev.depict.domain.quota.QuotaKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

  Ledgers(Keys keys, Days days, Ticker ticker, InstantSource clock) {
    this.keys = keys;
    this.days = days;
    this.ticker = ticker;
    this.clock = clock;
  }

  /** What is done on one key. */
  interface Action<T> {
    T on(KeyLimits key, Day day, Moment now);
  }

  /** Does something on one key; short, and without calling anybody. */
  <T> T on(QuotaKey key, Action<T> action) {
    while (true) {
      KeyLimits known = keys.of(key);
      Optional<T> done =
          on((day, now) ->
              keys.has(known) ? Optional.of(act(action, known, day, now)) : Optional.empty());
      if (done.isPresent()) {
        return done.get();
      }
    }
  }

  private <T> T act(Action<T> action, KeyLimits known, Day day, Moment now) {
    keys.thinOut(known, now);
    return action.on(known, day, now);
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
  List<KeyLimits> keys() {
    return keys.all();
  }
}
