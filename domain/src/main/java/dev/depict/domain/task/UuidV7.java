package dev.depict.domain.task;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes UUIDs that sort by the time they were made (RFC 9562, version 7). */
public final class UuidV7 {
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private UuidV7() {}

  /** 48 bits of milliseconds since 1970, version, 12 random bits, variant, 62 random bits. */
  public static UUID at(Instant time, RandomGenerator random) {
    long high = (time.toEpochMilli() << 16) | VERSION | (random.nextLong() & 0xFFFL);
    long low = VARIANT | (random.nextLong() >>> 2);
    return new UUID(high, low);
  }
}
