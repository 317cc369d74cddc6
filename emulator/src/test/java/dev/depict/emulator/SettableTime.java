package dev.depict.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that stands still until it is moved. */
final class SettableTime implements InstantSource {
  private final AtomicReference<Instant> now;

  SettableTime(String start) {
    now = new AtomicReference<>(Instant.parse(start));
  }

  void pass(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
