package dev.depict.testkit.time;

import dev.depict.application.port.out.IdSource;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Gives valid UUIDs of version 7, each greater than the one before, the same ones in each run. */
public final class SequentialIds implements IdSource {
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final AtomicLong given = new AtomicLong();
  private final long startMillis;

  public SequentialIds() {
    this(SettableClock.START);
  }

  public SequentialIds(Instant start) {
    this.startMillis = start.toEpochMilli();
  }

  @Override
  public UUID next() {
    long number = given.incrementAndGet();
    return new UUID(((startMillis + number) << Short.SIZE) | VERSION, VARIANT | number);
  }
}
