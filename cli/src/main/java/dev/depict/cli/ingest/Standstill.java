package dev.depict.cli.ingest;

import dev.depict.cli.port.CommandFailed;
import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Waits;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.WaitReason;
import dev.depict.proto.v1.WaitState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what tasks wait for when nothing moves. All tasks of a run ask the same provider and
 * model, so that a few of them tell for all.
 */
final class Standstill {
  static final int SAMPLE = 8;
  private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
  private static final Duration RAREST_LOOK = Duration.ofSeconds(30);

  private final Remote remote;
  private final InstantSource clock;
  private Instant since;
  private Duration untilLook = FIRST_LOOK;
  private Optional<WaitState> reason = Optional.empty();

  Standstill(Remote remote, InstantSource clock) {
    this.remote = remote;
    this.clock = clock;
    this.since = clock.instant();
  }

  /** Something happened: whatever was waited for, it is not to be told any more. */
  void moved() {
    since = clock.instant();
    untilLook = FIRST_LOOK;
    reason = Optional.empty();
  }

  /** What the tasks wait for, as far as it was looked for. */
  Optional<WaitState> reason() {
    return reason;
  }

  /** Whether the tasks wait for something that only a person ends. */
  Optional<WaitReason> needsPerson() {
    return reason.map(WaitState::getReason).filter(Waits::needsPerson);
  }

  /**
   * Asks about waiting tasks, if it is time to: when all known of them speaks of a wait without
   * end, or when it has been quiet for a while.
   *
   * @param waiting at most {@value #SAMPLE} tasks that are not final
   * @return those tasks as they stand, or nothing
   */
  List<Task> look(List<Task> waiting, boolean allSent) {
    boolean hopeless =
        allSent
            && reason.isEmpty()
            && waiting.stream().allMatch(task -> Waits.needsPerson(task.getWait().getReason()));
    if (waiting.isEmpty() || !(hopeless || quiet())) {
      return List.of();
    }
    since = clock.instant();
    untilLook = shorter(untilLook.multipliedBy(2), RAREST_LOOK);
    List<Task> asked = waiting.stream().flatMap(task -> asked(task).stream()).toList();
    reason = decisive(asked);
    return asked;
  }

  private boolean quiet() {
    return !clock.instant().isBefore(since.plus(untilLook));
  }

  private Optional<Task> asked(Task task) {
    var request = GetTaskRequest.newBuilder().setName(task.getName()).build();
    try {
      return Optional.of(remote.task(stub -> stub.getTask(request)).getTask());
    } catch (CommandFailed e) {
      // The stream of changes will tell what is wrong with the server.
      return Optional.empty();
    }
  }

  /** A delay or a leader passes; what a person must end then remains. */
  private static Optional<WaitState> decisive(List<Task> tasks) {
    boolean works =
        tasks.stream().anyMatch(task -> task.getStatus() != TaskStatus.TASK_STATUS_PENDING);
    List<WaitState> waits = tasks.stream().filter(Task::hasWait).map(Task::getWait).toList();
    if (works || waits.isEmpty()) {
      return Optional.empty();
    }
    return waits.stream()
        .filter(wait -> !passesToAnother(wait.getReason()))
        .findFirst()
        .or(() -> Optional.of(waits.getFirst()));
  }

  private static boolean passesToAnother(WaitReason reason) {
    return reason == WaitReason.WAIT_REASON_RETRY || reason == WaitReason.WAIT_REASON_DUPLICATE;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
