package dev.depict.benchmarks.chaos;

import com.google.protobuf.Timestamp;
import dev.depict.emulator.book.Arrival;
import dev.depict.emulator.model.PriceList;
import dev.depict.proto.v1.Attempt;
import dev.depict.proto.v1.AttemptState;
import dev.depict.proto.v1.FailureClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt, as the server tells it, and the call that the provider saw of it.
 *
 * @param arrival absent when none reached the provider
 */
record Try(int picture, Attempt attempt, Optional<Arrival> arrival) {
  Instant start() {
    return time(attempt.getStartTime());
  }

  Instant finish() {
    return attempt.hasFinishTime() ? time(attempt.getFinishTime()) : Instant.MAX;
  }

  /** When the provider had answered it; where that is not known, when the server had. */
  Instant end() {
    return arrival.flatMap(Arrival::end).orElseGet(this::finish);
  }

  /** From the moment the server took it as sent until the provider counted it. */
  Optional<Duration> travel() {
    return arrival
        .filter(_ -> attempt.hasSendTime())
        .map(call -> Duration.between(time(attempt.getSendTime()), call.time()));
  }

  boolean isUnknown() {
    return attempt.getState() == AttemptState.ATTEMPT_STATE_UNKNOWN;
  }

  boolean isAnswered() {
    return attempt.getState() == AttemptState.ATTEMPT_STATE_SUCCEEDED;
  }

  /** UNSPECIFIED for one that did not fail, or that died with its process. */
  FailureClass failureClass() {
    return attempt.hasFailure()
        ? attempt.getFailure().getFailureClass()
        : FailureClass.FAILURE_CLASS_UNSPECIFIED;
  }

  /** Whether nobody was left to write down how it ended. */
  boolean isLostInCrash() {
    return isUnknown()
        && (failureClass() == FailureClass.FAILURE_CLASS_UNSPECIFIED
            || failureClass() == FailureClass.FAILURE_CLASS_CRASH);
  }

  /** What the provider made of it, in a word or two. */
  String verdict() {
    return arrival.map(call -> call.verdict().label()).orElse("never arrived");
  }

  /** What the provider billed, rounded once, in millionths of a dollar. */
  long billed() {
    return exactlyBilled().setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** The same, not rounded. */
  BigDecimal exactlyBilled() {
    return arrival.map(call -> call.cost(PriceList.standard())).orElse(BigDecimal.ZERO);
  }

  @Override
  public String toString() {
    return "picture %d, attempt %d (%s %s; provider: %s)"
        .formatted(
            picture,
            attempt.getNumber(),
            attempt.getState().name().replace("ATTEMPT_STATE_", ""),
            failureClass().name().replace("FAILURE_CLASS_", ""),
            verdict());
  }

  static Instant time(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
