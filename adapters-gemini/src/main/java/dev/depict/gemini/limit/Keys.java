package dev.depict.gemini.limit;

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

  private final LimiterSettings settings;
  private final UsageBook book;
  private final Ticker ticker;
  private final InstantSource clock;
  private final ConcurrentMap<QuotaKey, KeyLimits> keys = new ConcurrentHashMap<>();
  private final ConcurrentMap<Credential, Parking> credentials = new ConcurrentHashMap<>();

  private record Credential(String provider, String name) {}

  Keys(LimiterSettings settings, UsageBook book, Ticker ticker, InstantSource clock) {
    this.settings = settings;
    this.book = book;
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

  List<KeyLimits> all() {
    return keys.values().stream()
        .sorted(Comparator.comparing(known -> known.key().toString()))
        .toList();
  }

  private void restore(KeyLimits key) {
    Instant time = clock.instant();
    long nanos = ticker.nanos();
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
