package dev.depict.benchmarks.chaos;

import dev.depict.emulator.book.Arrival;
import dev.depict.emulator.book.Verdict;
import dev.depict.emulator.fault.Fault;
import dev.depict.proto.v1.Answer;
import dev.depict.proto.v1.FailureClass;
import java.util.ArrayList;
import java.util.List;

/** What an attempt is said to have met is what the provider did. */
final class EveryOutcomeIsUnderstood implements Check {
  @Override
  public String rule() {
    return "each attempt ended as the provider ended it, each answer is that of its picture";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    var found = new ArrayList<String>();
    evidence
        .tries()
        .filter(attempt -> !isUnderstood(attempt, evidence.journal()))
        .forEach(attempt -> found.add(attempt.toString()));
    evidence.cases().stream()
        .filter(each -> each.task().hasAnswer() && !isOwn(each))
        .forEach(each -> found.add("another picture's answer: " + each.picture()));
    return found;
  }

  private static boolean isUnderstood(Try attempt, Journal journal) {
    if (attempt.isLostInCrash()) {
      return journal.isKillBetween(attempt.start(), attempt.finish());
    }
    return attempt.arrival().isEmpty()
        ? !attempt.isUnknown()
        : isUnderstood(attempt, attempt.arrival().get());
  }

  private static boolean isUnderstood(Try attempt, Arrival arrival) {
    return switch (arrival.verdict()) {
      case Verdict.Answered() -> attempt.isAnswered();
      case Verdict.Throttled _ -> isUncounted(attempt, FailureClass.FAILURE_CLASS_QUOTA);
      case Verdict.Rejected _ -> false;
      case Verdict.Faulted(Fault fault) ->
          fault == Fault.PERMISSION_DENIED
              ? isUncounted(attempt, FailureClass.FAILURE_CLASS_AUTH)
              : attempt.failureClass() == expected(fault);
    };
  }

  private static boolean isUncounted(Try attempt, FailureClass failure) {
    return attempt.failureClass() == failure && !attempt.attempt().getCounted();
  }

  private static FailureClass expected(Fault fault) {
    return switch (fault) {
      case UNAVAILABLE -> FailureClass.FAILURE_CLASS_CAPACITY;
      case RESET_AFTER_READING, HANG -> FailureClass.FAILURE_CLASS_NETWORK;
      case BAD_JSON -> FailureClass.FAILURE_CLASS_BAD_ANSWER;
      case MAX_TOKENS -> FailureClass.FAILURE_CLASS_TRUNCATED;
      case PROMPT_BLOCKED -> FailureClass.FAILURE_CLASS_BLOCKED;
      default -> FailureClass.FAILURE_CLASS_UNSPECIFIED;
    };
  }

  private static boolean isOwn(Case each) {
    Answer answer = each.task().getAnswer();
    return answer.getOcrText().equals("code " + each.picture())
        && answer.getModel().equals(ChaosSettings.model(each.picture()));
  }
}
