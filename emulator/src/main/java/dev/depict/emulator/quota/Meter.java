package dev.depict.emulator.quota;

import java.time.Duration;
import java.time.Instant;

/** Counts one quota. Not safe for concurrent use; times never go back. */
interface Meter {
  Duration MINUTE = Duration.ofMinutes(1);

  /** How long until that amount fits; zero when it fits now. */
  Duration delay(Instant now, long amount);

  /** Counts that amount, whether it fits or not. */
  void take(Instant now, long amount);
}
