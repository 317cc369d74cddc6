package dev.depict.gemini.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A wait of a given length. Not safe for concurrent use. */
final class Hold {
  private boolean set;
  private long end;

  /** Lasts at least so long from now. */
  void atLeast(Duration wait, Moment now) {
    long asked = now.nanos() + wait.toNanos();
    if (until(now).isEmpty() || asked - end > 0) {
      set = true;
      end = asked;
    }
  }

  void end() {
    set = false;
  }

  /** When it ends; empty when it does not last any more. */
  Optional<Instant> until(Moment now) {
    long left = end - now.nanos();
    return set && left > 0 ? Optional.of(now.after(left)) : Optional.empty();
  }
}
