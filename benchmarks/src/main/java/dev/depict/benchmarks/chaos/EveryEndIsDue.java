package dev.depict.benchmarks.chaos;

import dev.depict.proto.v1.FailureClass;
import dev.depict.proto.v1.TaskStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * A task goes on exactly until an attempt that ends it: an answer, a blocked picture, an answer
 * that was cut twice in succession, or the fifth counted failure.
 */
final class EveryEndIsDue implements Check {
  private static final int MOST_COUNTED = 5;

  @Override
  public String rule() {
    return "tasks fail only when blocked, truncated twice, or after 5 counted attempts";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    var found = new ArrayList<String>();
    evidence.cases().forEach(each -> look(each, found));
    return found;
  }

  private static void look(Case each, List<String> found) {
    int counted = 0;
    boolean truncated = false;
    boolean justTruncated = false;
    List<Try> tries = each.tries();
    for (Try attempt : tries) {
      FailureClass failure = attempt.failureClass();
      boolean cut = failure == FailureClass.FAILURE_CLASS_TRUNCATED;
      counted += attempt.attempt().getCounted() ? 1 : 0;
      boolean ends =
          attempt.isAnswered()
              || failure == FailureClass.FAILURE_CLASS_BLOCKED
              || (cut && justTruncated)
              || counted >= MOST_COUNTED;
      boolean mayEnd = ends || (cut && truncated);
      boolean isLast = attempt.equals(tries.getLast());
      if ((isLast && !mayEnd) || (!isLast && ends) || counted > MOST_COUNTED) {
        found.add((isLast ? "ended too soon: " : "went on after: ") + attempt);
      }
      truncated |= cut;
      justTruncated = cut;
    }
    if (tries.isEmpty()) {
      found.add("picture %d ended without an attempt".formatted(each.picture()));
    } else if (tries.getLast().isAnswered() != isCompleted(each)) {
      found.add("%s, but the task is %s".formatted(tries.getLast(), each.task().getStatus()));
    }
  }

  private static boolean isCompleted(Case each) {
    return each.task().getStatus() == TaskStatus.TASK_STATUS_COMPLETED;
  }
}
