package dev.depict.benchmarks.chaos;

import dev.depict.proto.v1.TaskStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each picture has one task, and that is COMPLETED or FAILED. */
final class EveryTaskEnds implements Check {
  @Override
  public String rule() {
    return "every picture has one task, COMPLETED or FAILED";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    var found = new ArrayList<String>();
    Set<Integer> pictures = new HashSet<>();
    for (Case each : evidence.cases()) {
      TaskStatus status = each.task().getStatus();
      if (!pictures.add(each.picture())) {
        found.add("picture %d has two tasks".formatted(each.picture()));
      }
      if (status != TaskStatus.TASK_STATUS_COMPLETED && status != TaskStatus.TASK_STATUS_FAILED) {
        found.add("picture %d is %s".formatted(each.picture(), status));
      }
    }
    int lost = evidence.settings().pictures() - pictures.size();
    if (lost != 0) {
      found.add("%d acknowledged tasks are not there".formatted(lost));
    }
    return found;
  }
}
