package dev.depict.cli.ingest;

import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was sent and what came of it: each picture gets one result, whatever is told twice, late or
 * in another order. Belongs to one thread; only {@link #standing} may be called by others.
 */
final class Ledger {
  private final int total;
  private final Map<Integer, Sent> open = new LinkedHashMap<>();
  private final Map<String, Sent> byRequest = new HashMap<>();
  private final Map<String, Sent> byName = new HashMap<>();
  private int done;
  private int stored;
  private int running;
  private volatile Standing standing;

  Ledger(int total) {
    this.total = total;
    this.standing = new Standing(total, 0, 0, 0);
  }

  /** A picture under way. */
  private static final class Sent {
    private final int index;
    private final String file;
    private final String requestId;
    private Optional<Task> task = Optional.empty();

    Sent(int index, String file, String requestId) {
      this.index = index;
      this.file = file;
      this.requestId = requestId;
    }
  }

  void sent(int index, String file, String requestId) {
    var sent = new Sent(index, file, requestId);
    open.put(index, sent);
    byRequest.put(requestId, sent);
  }

  /** The server stored the picture. Returns the result when the task is final at once. */
  Optional<Result> stored(int index, Task task) {
    return Optional.ofNullable(open.get(index)).flatMap(sent -> named(sent, task));
  }

  /** A task changed, of this run or not. Returns the result when it is final by that. */
  Optional<Result> changed(Task task) {
    return of(task).flatMap(sent -> settled(sent, task));
  }

  /** A task was deleted by somebody. Returns the result when it is one of this run. */
  Optional<Result> deleted(Task task) {
    return of(task)
        .map(sent ->
            closed(
                sent,
                new Result.Refused(
                    sent.index,
                    new Entry.Problem(
                        sent.file,
                        "TASK_NOT_FOUND",
                        "its task was deleted meanwhile; send it again"))));
  }

  /** The picture never became a task. */
  Optional<Result> refused(int index, String reason, String message) {
    return Optional.ofNullable(open.get(index))
        .map(sent ->
            closed(sent, new Result.Refused(index, new Entry.Problem(sent.file, reason, message))));
  }

  /** An entry that is not sent at all. */
  Result unsent(int index, Entry.Problem problem) {
    done++;
    publish();
    return new Result.Refused(index, problem);
  }

  /** Some of the tasks that are stored and not final, the oldest first. */
  List<Task> waiting(int most) {
    return open.values().stream().flatMap(sent -> sent.task.stream()).limit(most).toList();
  }

  /** What is to be shown of the tasks that are not final when the run ends. */
  List<Result> unfinished() {
    return open.values().stream()
        .flatMap(sent ->
            sent.task.stream().<Result>map(task -> new Result.Told(sent.index, sent.file, task)))
        .toList();
  }

  Standing standing() {
    return standing;
  }

  private Optional<Sent> of(Task task) {
    return Optional.ofNullable(byRequest.get(task.getRequestId()))
        .or(() -> Optional.ofNullable(byName.get(task.getName())));
  }

  private Optional<Result> named(Sent sent, Task task) {
    byName.put(task.getName(), sent);
    // An event that overtook the response knows better, but never what the task waits for.
    return settled(sent, sent.task.filter(known -> runs(known) && !isFinal(task)).orElse(task));
  }

  private Optional<Result> settled(Sent sent, Task task) {
    count(sent, -1);
    sent.task = Optional.of(sent.task.filter(known -> knowsWait(known, task)).orElse(task));
    count(sent, 1);
    byName.put(task.getName(), sent);
    if (isFinal(task)) {
      return Optional.of(closed(sent, new Result.Told(sent.index, sent.file, task)));
    }
    publish();
    return Optional.empty();
  }

  private Result closed(Sent sent, Result result) {
    count(sent, -1);
    open.remove(sent.index);
    byRequest.remove(sent.requestId);
    sent.task.ifPresent(task -> byName.remove(task.getName()));
    done++;
    publish();
    return result;
  }

  private void count(Sent sent, int by) {
    if (sent.task.isPresent()) {
      stored += by;
    }
    if (sent.task.filter(Ledger::runs).isPresent()) {
      running += by;
    }
  }

  private void publish() {
    standing = new Standing(total, done, stored, running);
  }

  private static boolean runs(Task task) {
    return task.getStatus() == TaskStatus.TASK_STATUS_PROCESSING;
  }

  /** An event never tells what a task waits for; what was told about it holds until it moves. */
  private static boolean knowsWait(Task known, Task task) {
    return known.hasWait() && !task.hasWait() && task.getStatus() == known.getStatus();
  }

  private static boolean isFinal(Task task) {
    return switch (task.getStatus()) {
      case TASK_STATUS_COMPLETED, TASK_STATUS_FAILED, TASK_STATUS_CANCELLED -> true;
      default -> false;
    };
  }
}
