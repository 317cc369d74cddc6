package dev.depict.benchmarks.chaos;

import dev.depict.emulator.book.Arrival;
import dev.depict.emulator.book.Verdict;
import dev.depict.emulator.fault.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A question is not asked while it is being asked. The provider's calls of a server that died are
 * over with its death; one that hangs is over when the server gives it up.
 */
final class NoQuestionTwiceAtOnce implements Check {
  @Override
  public String rule() {
    return "no question is asked while it is being asked";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    var found = new ArrayList<String>();
    for (Case each : evidence.cases()) {
      List<Arrival> calls = evidence.books().withCode(each.picture()).arrivals();
      for (int next = 1; next < calls.size(); next++) {
        Arrival before = calls.get(next - 1);
        Instant time = calls.get(next).time();
        if (time.isBefore(end(before)) && !evidence.journal().isKillBetween(before.time(), time)) {
          found.add(
              "picture %d: call %d came at %s, call %d lasted until %s"
                  .formatted(
                      each.picture(),
                      calls.get(next).number(),
                      time,
                      before.number(),
                      end(before)));
        }
      }
    }
    return found;
  }

  private static Instant end(Arrival call) {
    return call.verdict().equals(new Verdict.Faulted(Fault.HANG))
        ? call.time().plus(ChaosSettings.CALL_TIMEOUT).minus(ChaosSettings.NETWORK)
        : call.end().orElse(Instant.MAX);
  }
}
