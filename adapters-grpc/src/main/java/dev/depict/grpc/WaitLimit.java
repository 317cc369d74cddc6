package dev.depict.grpc;

import io.grpc.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How long a call may wait so that its answer still gets home before the deadline. */
final class WaitLimit {
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Duration LEAST_MARGIN = Duration.ofMillis(100);
  private static final Duration MOST_MARGIN = Duration.ofMillis(500);

  private WaitLimit() {}

  /** Reads a max_wait that was given, and notes what is wrong with it. */
  static Optional<Duration> asked(com.google.protobuf.Duration maxWait, Violations violations) {
    Optional<Duration> wait = Times.duration(maxWait);
    if (wait.isEmpty()) {
      violations.add(
          "max_wait",
          "%d s and %d ns are no time to wait; give 0 or more"
              .formatted(maxWait.getSeconds(), maxWait.getNanos()));
    }
    return wait;
  }

  /** What was asked for, within the deadline of the current call. */
  static Duration within(Duration asked) {
    return min(
        LONGEST,
        DefaultDeadline.current().map(deadline -> min(asked, beforeEnd(deadline))).orElse(asked));
  }

  /** All the time left but a fifth, which is 100 to 500 ms: a busy machine answers late. */
  private static Duration beforeEnd(Deadline deadline) {
    Duration left = Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
    Duration margin = max(LEAST_MARGIN, min(MOST_MARGIN, left.dividedBy(5)));
    return max(Duration.ZERO, left.minus(margin));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
