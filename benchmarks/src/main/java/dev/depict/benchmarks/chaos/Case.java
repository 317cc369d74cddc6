package dev.depict.benchmarks.chaos;

import dev.depict.emulator.book.Arrival;
import dev.depict.proto.v1.Attempt;
import dev.depict.proto.v1.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One picture: its task, with each attempt beside the call that the provider saw of it.
 *
 * @param strays calls that belong to no attempt
 */
record Case(int picture, Task task, List<Try> tries, List<Arrival> strays) {
  /** The server keeps whole milliseconds. */
  private static final Duration ROUNDING = Duration.ofMillis(5);

  Case {
    tries = List.copyOf(tries);
    strays = List.copyOf(strays);
  }

  /** Attempts of one task never overlap, so that the time tells which call belongs to which. */
  static Case of(int picture, Task task, List<Arrival> arrivals) {
    var left = new ArrayList<>(arrivals);
    var tries = new ArrayList<Try>();
    for (Attempt attempt : task.getAttemptsList()) {
      var alone = new Try(picture, attempt, Optional.empty());
      Optional<Arrival> own = left.stream().filter(arrival -> isWithin(alone, arrival)).findFirst();
      own.ifPresent(left::remove);
      tries.add(new Try(picture, attempt, own));
    }
    return new Case(picture, task, tries, left);
  }

  private static boolean isWithin(Try attempt, Arrival arrival) {
    Instant from = attempt.start().minus(ROUNDING);
    return !arrival.time().isBefore(from)
        && arrival.time().minus(ROUNDING).isBefore(attempt.finish());
  }
}
