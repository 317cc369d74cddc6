package dev.depict.benchmarks.chaos;

import dev.depict.emulator.book.Arrival;
import dev.depict.emulator.book.Verdict;
import dev.depict.emulator.fault.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * After a refusal of the key nothing is claimed until the queue is resumed; then a single call
 * finds out, and nothing is claimed until it is answered.
 */
final class NoCallOfAParkedKey implements Check {
  private static final Verdict DENIED = new Verdict.Faulted(Fault.PERMISSION_DENIED);

  @Override
  public String rule() {
    return "no call of a parked key, and one alone finds out whether it is well again";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    var found = new ArrayList<String>();
    for (Journal.Refusal refusal : evidence.journal().refusals()) {
      Instant known = denial(evidence, refusal).plus(NoCallBeyondTheLimit.READING);
      evidence
          .tries()
          .filter(attempt -> isBetween(attempt.start(), known, refusal.resumed()))
          .forEach(attempt -> found.add("claimed while the key was parked: " + attempt));
      probe(evidence, refusal, found);
    }
    return found;
  }

  private static void probe(Evidence evidence, Journal.Refusal refusal, List<String> found) {
    evidence
        .tries()
        .filter(attempt -> attempt.start().isAfter(refusal.resumed()))
        .min((one, other) -> one.start().compareTo(other.start()))
        .ifPresent(probe ->
            evidence
                .tries()
                .filter(attempt -> isBetween(attempt.start(), probe.start(), probe.end()))
                .forEach(attempt -> found.add("beside the one that was to find out: " + attempt)));
  }

  private static Instant denial(Evidence evidence, Journal.Refusal refusal) {
    return evidence.books().arrivals().stream()
        .filter(call -> call.verdict().equals(DENIED))
        .filter(call -> !call.time().isBefore(refusal.from()))
        .map(Arrival::end)
        .map(end -> end.orElse(Instant.MAX))
        .min(Instant::compareTo)
        .orElse(refusal.resumed());
  }

  private static boolean isBetween(Instant time, Instant from, Instant until) {
    return time.isAfter(from) && time.isBefore(until);
  }
}
