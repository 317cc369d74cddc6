package dev.depict.sqlite.change;

import dev.depict.application.port.out.NewTask;
import dev.depict.domain.task.TaskStatus;
import java.util.OptionalLong;

/**
 * Where a new task goes: to its stored answer, behind a leader, or to the ready ones. At most one
 * of the two is present.
 */
record Place(OptionalLong answer, OptionalLong leader) {
  static Place of(Known known, NewTask task) {
    return known.answer().isPresent() && !task.fresh()
        ? new Place(known.answer(), OptionalLong.empty())
        : new Place(OptionalLong.empty(), known.leader());
  }

  TaskStatus status() {
    return reused() ? TaskStatus.COMPLETED : TaskStatus.PENDING;
  }

  boolean reused() {
    return answer.isPresent();
  }

  boolean leads() {
    return answer.isEmpty() && leader.isEmpty();
  }
}
