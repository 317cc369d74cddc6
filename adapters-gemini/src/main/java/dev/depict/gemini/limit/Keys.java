package dev.depict.gemini.limit;

import dev.depict.application.port.out.LearnedLimits;
import dev.depict.application.port.out.Ticker;
import dev.depict.application.port.out.UsageBook;
import dev.depict.domain.quota.QuotaKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The keys in use, each with the sends of its last minute read from the book before anything is
 * permitted. Looking one up may read a store. Safe for concurrent use; the keys themselves are not.
 */
final class Keys {
  /** The book looks for claims; in a process that has just begun a call may follow much later. */
  private static final Duration CLAIM_TO_SEND = Duration.ofSeconds(30);

  /** More than any installation has models: only callers who invent names make so many. */
  private static final int CROWD = 256;

  private final LimiterSettings settings;
  private final UsageBook book;
  private final LearnedLimits learned;
  private final Ticker ticker;
  private final InstantSource clock;
  private final ConcurrentMap<QuotaKey, KeyLimits> keys = new ConcurrentHashMap<>();
  private final ConcurrentMap<Credential, Parking> credentials = new ConcurrentHashMap<>();

  private record Credential(String provider, String name) {}

  Keys(
      LimiterSettings settings,
      UsageBook book,
      LearnedLimits learned,
      Ticker ticker,
      InstantSource clock) {
    this.settings = settings;
    this.book = book;
    this.learned = learned;
    this.ticker = ticker;
    this.clock = clock;
  }

  KeyLimits of(QuotaKey key) {
    KeyLimits known = keys.get(key);
    if (known != null) {
      return known;
    }
    var credential = new Credential(key.provider(), key.credential());
    Parking parking = credentials.computeIfAbsent(credential, _ -> new Parking());
    var read = new KeyLimits(key, settings, parking);
    restore(read);
    KeyLimits other = keys.putIfAbsent(key, read);
    return other != null ? other : read;
  }

  /** All of them, in a fixed order. */
  List<KeyLimits> all() {
    return keys.values().stream()
        .sorted(Comparator.comparing(known -> known.key().toString()))
        .toList();
  }

  /** Whether it is still the one to count by. */
  boolean has(KeyLimits key) {
    return keys.get(key.key()) == key;
  }

  /** Lets go of keys that nothing is to be remembered of, when there are very many. */
  void thinOut(KeyLimits inUse, Moment now) {
    if (keys.size() > CROWD) {
      keys.values().removeIf(known -> known != inUse && known.isIdle(now));
    }
  }

  private void restore(KeyLimits key) {
    var now = new Moment(ticker.nanos(), clock.instant());
    learned.of(key.key()).forEach(lesson -> key.restore(lesson, now));
    restoreSends(key, now.time(), now.nanos());
  }

  private void restoreSends(KeyLimits key, Instant time, long nanos) {
    // What is booked is told in whole milliseconds, by another process's clock.
    Duration counts = settings.span().plus(settings.guard());
    for (UsageBook.Send send : book.sends(key.key(), time.minus(counts).minus(CLAIM_TO_SEND))) {
      // A send of the future was booked before the clock was set back: nobody knows how long ago.
      Instant sent = send.time().isAfter(time) ? time : send.time();
      long left = Duration.between(time, sent.plus(counts)).toNanos();
      if (left > 0) {
        key.gate().window().restore(send.inputTokens(), nanos + left);
      }
    }
  }
}
