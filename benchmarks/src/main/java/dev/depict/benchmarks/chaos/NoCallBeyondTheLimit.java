package dev.depict.benchmarks.chaos;

import dev.depict.benchmarks.chaos.Journal.Lowering;
import dev.depict.emulator.book.Arrival;
import dev.depict.emulator.book.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In any 60 seconds there are no more calls of a model than the limit that the server knows. A
 * lower limit is known from the first 429 on, a kill does not undo that; the calls that were
 * claimed before that 429 was answered are on their way. No 429 but the first few after each
 * lowering.
 */
final class NoCallBeyondTheLimit implements Check {
  /** Until an answer that was given is read and acted on. */
  static final Duration READING = Duration.ofMillis(100);

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int FIRST_FEW = 3;

  @Override
  public String rule() {
    return "no more calls in any 60 s than the known limit, at most 3 429s after each lowering";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    var found = new ArrayList<String>();
    for (String model : ChaosSettings.MODELS) {
      refusals(model, evidence, found);
      windows(model, evidence, found);
    }
    return found;
  }

  private static void refusals(String model, Evidence evidence, List<String> found) {
    List<Arrival> refused =
        evidence.calls(model).stream().filter(NoCallBeyondTheLimit::isRefused).toList();
    long due = 0;
    for (Lowering lowering : lowerings(model, evidence)) {
      long count = refused.stream().filter(call -> isDuring(call, lowering)).count();
      due += count;
      if (count > FIRST_FEW) {
        found.add(
            "%d 429s of %s after its limit fell to %d".formatted(count, model, lowering.limit()));
      }
    }
    if (refused.size() > due) {
      found.add(
          "%d 429s of %s while the provider kept what was configured"
              .formatted(refused.size() - due, model));
    }
  }

  private static void windows(String model, Evidence evidence, List<String> found) {
    List<Arrival> calls = evidence.calls(model);
    int oldest = 0;
    int beyond = 0;
    for (int newest = 0; newest < calls.size(); newest++) {
      Instant time = calls.get(newest).time();
      while (!calls.get(oldest).time().plus(MINUTE).isAfter(time)) {
        oldest++;
      }
      long limit = known(model, claimed(calls.get(newest), evidence), evidence);
      if (newest - oldest + 1 > limit && beyond++ == 0) {
        found.add(
            "%s: %d calls in the 60 s before %s, where %d are known to be allowed"
                .formatted(model, newest - oldest + 1, time, limit));
      }
    }
    if (beyond > 1) {
      found.add("%s: %d more such calls".formatted(model, beyond - 1));
    }
  }

  /** What the server knew when it decided on a call. */
  private static long known(String model, Instant time, Evidence evidence) {
    return lowerings(model, evidence).stream()
        .filter(lowering -> told(lowering, evidence).filter(time::isAfter).isPresent())
        .filter(lowering -> time.isBefore(lowering.until()))
        .mapToLong(Lowering::limit)
        .findFirst()
        .orElse(evidence.settings().rpm());
  }

  private static Instant claimed(Arrival call, Evidence evidence) {
    return evidence
        .tries()
        .filter(attempt -> attempt.arrival().filter(call::equals).isPresent())
        .map(Try::start)
        .findFirst()
        .orElse(call.time());
  }

  private static Optional<Instant> told(Lowering lowering, Evidence evidence) {
    return evidence.calls(lowering.model()).stream()
        .filter(call -> isRefused(call) && isDuring(call, lowering))
        .map(call -> call.end().orElse(Instant.MAX))
        .min(Instant::compareTo)
        .filter(end -> end.isBefore(Instant.MAX))
        .map(end -> end.plus(READING));
  }

  private static List<Lowering> lowerings(String model, Evidence evidence) {
    return evidence.journal().lowerings().stream()
        .filter(lowering -> lowering.model().equals(model))
        .toList();
  }

  static boolean isRefused(Arrival call) {
    return call.verdict() instanceof Verdict.Throttled;
  }

  static boolean isDuring(Arrival call, Lowering lowering) {
    return !call.time().isBefore(lowering.from()) && call.time().isBefore(lowering.until());
  }
}
