package dev.depict.testkit.memory;

import dev.depict.domain.answer.Provenance;
import dev.depict.domain.answer.Usage;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.Failure;
import java.time.Instant;
import java.util.Optional;

/** The states of an attempt. */
final class Attempts {
  private Attempts() {}

  static Attempt started(int number, String node, MicroDollars reserved, Instant now) {
    return new Attempt(
        number,
        node,
        AttemptState.STARTED,
        false,
        Optional.empty(),
        Usage.NONE,
        reserved,
        MicroDollars.ZERO,
        now,
        Optional.empty());
  }

  static Attempt renumbered(Attempt attempt, int number) {
    return new Attempt(
        number,
        attempt.node(),
        attempt.state(),
        attempt.counted(),
        attempt.failure(),
        attempt.usage(),
        attempt.reserved(),
        attempt.cost(),
        attempt.startTime(),
        attempt.finishTime());
  }

  static Attempt succeeded(Attempt attempt, Provenance provenance, Instant now) {
    return new Attempt(
        attempt.number(),
        attempt.node(),
        AttemptState.SUCCEEDED,
        false,
        Optional.empty(),
        provenance.usage(),
        attempt.reserved(),
        provenance.cost(),
        attempt.startTime(),
        Optional.of(now));
  }

  static Attempt ended(
      Attempt attempt,
      AttemptState state,
      boolean counted,
      Optional<Failure> failure,
      Instant now) {
    return new Attempt(
        attempt.number(),
        attempt.node(),
        state,
        counted,
        failure,
        attempt.usage(),
        attempt.reserved(),
        attempt.cost(),
        attempt.startTime(),
        Optional.of(now));
  }

  /** Whether the outcome of an attempt is not known yet. */
  static boolean open(Attempt attempt) {
    return attempt.state() == AttemptState.STARTED || attempt.state() == AttemptState.SENT;
  }
}
