package dev.depict.emulator.book;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/** The largest sum that any 60 seconds hold; two calls exactly 60 seconds apart are not in one. */
final class BusiestMinute {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private BusiestMinute() {}

  static long of(List<Arrival> inOrderOfTime, ToLongFunction<Arrival> amount) {
    long most = 0;
    long sum = 0;
    int oldest = 0;
    for (Arrival newest : inOrderOfTime) {
      sum += amount.applyAsLong(newest);
      while (!inOrderOfTime.get(oldest).time().plus(MINUTE).isAfter(newest.time())) {
        sum -= amount.applyAsLong(inOrderOfTime.get(oldest));
        oldest++;
      }
      most = Math.max(most, sum);
    }
    return most;
  }
}
