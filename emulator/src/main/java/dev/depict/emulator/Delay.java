package dev.depict.emulator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long something takes, drawn anew for each call. */
@FunctionalInterface
public interface Delay {
  /** Draws one; never negative. */
  Duration draw(RandomGenerator random);

  /** No delay. */
  static Delay none() {
    return _ -> Duration.ZERO;
  }

  /** Always the same. */
  static Delay fixed(Duration delay) {
    return _ -> delay;
  }

  /** Anything between both, equally likely. */
  static Delay between(Duration shortest, Duration longest) {
    if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException(
          "a delay is between a shorter and a longer time, not %s and %s"
              .formatted(shortest, longest));
    }
    long range = longest.minus(shortest).toNanos();
    return random -> shortest.plusNanos(range == 0 ? 0 : random.nextLong(range));
  }

  /** Mostly short, now and then several times the mean, never more than the longest. */
  static Delay exponential(Duration mean, Duration longest) {
    return random -> {
      Duration drawn = Duration.ofNanos((long) (random.nextExponential() * mean.toNanos()));
      return drawn.compareTo(longest) > 0 ? longest : drawn;
    };
  }
}
