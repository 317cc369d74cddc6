package dev.depict.benchmarks.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was done to the run from outside, in the order of time. */
final class Journal {
  /**
   * The provider kept a lower limit than the server was told.
   *
   * @param until when it kept a higher one, and the server was told to forget the lower one
   */
  record Lowering(String model, long limit, Instant from, Instant until) {}

  /** The server was killed, and listened again. */
  record Kill(Instant time, Instant ready) {
    Duration away() {
      return Duration.between(time, ready);
    }
  }

  /** One call was refused for its key, and the queue resumed. */
  record Refusal(Instant from, Instant resumed) {}

  private final List<Lowering> lowerings = new ArrayList<>();
  private final List<Kill> kills = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  void lowered(String model, long limit, Instant from) {
    lowerings.add(new Lowering(model, limit, from, Instant.MAX));
  }

  /** The lowering of that model ends. */
  void raised(String model, Instant time) {
    lowerings.replaceAll(one ->
        one.model().equals(model) && one.until().equals(Instant.MAX)
            ? new Lowering(model, one.limit(), one.from(), time)
            : one);
  }

  void killed(Instant time, Instant ready) {
    kills.add(new Kill(time, ready));
  }

  void refused(Instant from, Instant resumed) {
    refusals.add(new Refusal(from, resumed));
  }

  List<Lowering> lowerings() {
    return List.copyOf(lowerings);
  }

  List<Kill> kills() {
    return List.copyOf(kills);
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** Whether the server was killed between both. */
  boolean isKillBetween(Instant from, Instant until) {
    return kills.stream()
        .anyMatch(kill -> kill.time().isAfter(from) && kill.time().isBefore(until));
  }
}
