package dev.depict.benchmarks.chaos;

import dev.depict.emulator.book.Arrival;
import java.util.ArrayList;
import java.util.List;

/** Each call that reached the provider is one attempt, and each attempt that was sent is a call. */
final class EveryCallIsWrittenDown implements Check {
  @Override
  public String rule() {
    return "each call at the provider is one attempt, and the other way round";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    var found = new ArrayList<String>();
    for (Case each : evidence.cases()) {
      for (Arrival stray : each.strays()) {
        found.add(
            "picture %d: call %d (%s) is no attempt"
                .formatted(each.picture(), stray.number(), stray.verdict().label()));
      }
    }
    evidence
        .tries()
        .filter(attempt -> attempt.arrival().isEmpty() && !attempt.isLostInCrash())
        .filter(attempt -> attempt.attempt().hasSendTime())
        .forEach(attempt -> found.add("said to be sent: " + attempt));
    long known = evidence.tries().filter(attempt -> attempt.arrival().isPresent()).count();
    long strays = evidence.cases().stream().mapToLong(each -> each.strays().size()).sum();
    if (known + strays != evidence.books().count()) {
      found.add(
          "%d calls at the provider, of which %d show a picture that was ingested"
              .formatted(evidence.books().count(), known + strays));
    }
    return found;
  }
}
