package dev.depict.grpc;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Instants and durations, both ways. */
final class Times {
  private static final long FIRST_SECOND = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
  private static final long MOST_SECONDS = 315_576_000_000L;
  private static final int MOST_NANOS = 999_999_999;

  private Times() {}

  static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  static com.google.protobuf.Duration duration(Duration duration) {
    return com.google.protobuf.Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }

  /** The instant; empty when the message is none, as its own specification says. */
  static Optional<Instant> instant(Timestamp time) {
    boolean valid =
        time.getSeconds() >= FIRST_SECOND
            && time.getSeconds() <= LAST_SECOND
            && time.getNanos() >= 0
            && time.getNanos() <= MOST_NANOS;
    return valid
        ? Optional.of(Instant.ofEpochSecond(time.getSeconds(), time.getNanos()))
        : Optional.empty();
  }

  /** The duration; empty when it is negative or out of its range. */
  static Optional<Duration> duration(com.google.protobuf.Duration duration) {
    boolean valid =
        duration.getSeconds() >= 0
            && duration.getSeconds() <= MOST_SECONDS
            && duration.getNanos() >= 0
            && duration.getNanos() <= MOST_NANOS;
    return valid
        ? Optional.of(Duration.ofSeconds(duration.getSeconds(), duration.getNanos()))
        : Optional.empty();
  }
}
