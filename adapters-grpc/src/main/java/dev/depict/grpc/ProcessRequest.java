package dev.depict.grpc;

import dev.depict.application.port.in.ProcessQueue.Selection;
import dev.depict.proto.v1.ProcessQueueRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Work that is asked for.
 *
 * @param maxWait how long to wait for the permission to send
 */
record ProcessRequest(Selection selection, Duration maxWait) {
  private static final int MAX_TASKS = 1_000;

  /**
   * @throws dev.depict.domain.error.InvalidRequest when a field cannot be used
   */
  static ProcessRequest of(ProcessQueueRequest request) {
    var violations = new Violations();
    Optional<Selection> selection = selection(request, violations);
    Optional<Duration> maxWait =
        request.hasMaxWait()
            ? WaitLimit.asked(request.getMaxWait(), violations)
            : Optional.of(Duration.ZERO);
    violations.throwIfAny();
    return new ProcessRequest(selection.orElseThrow(), maxWait.orElseThrow());
  }

  private static Optional<Selection> selection(ProcessQueueRequest request, Violations violations) {
    return switch (request.getTargetCase()) {
      case MAX_TASKS -> due(request.getMaxTasks(), violations);
      case TASK ->
          ResourceNames.task("task", request.getTask(), violations).map(Selection.Named::new);
      case TARGET_NOT_SET -> Optional.of(new Selection.Due(1));
    };
  }

  private static Optional<Selection> due(int max, Violations violations) {
    if (max < 1 || max > MAX_TASKS) {
      violations.add("max_tasks", "%d is out of range; give 1 to %d".formatted(max, MAX_TASKS));
      return Optional.empty();
    }
    return Optional.of(new Selection.Due(max));
  }
}
