package dev.depict.application.service;

import dev.depict.application.port.out.Claim;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.WaitReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One look at what a key has due: what is to be started, and what keeps the rest. */
final class Look {
  private final Map<TaskId, Consumer<Claim>> chosen = new LinkedHashMap<>();
  private final Map<TaskId, ProviderCall> calls = new LinkedHashMap<>();
  private Optional<WaitReason> denied = Optional.empty();
  private boolean busy;

  /** The task is to be started without a call. */
  void choose(Task task, Consumer<Claim> start) {
    chosen.put(task.id(), start);
  }

  /** The task is to be started, and its call is permitted. */
  void choose(Task task, ProviderCall call, Consumer<Claim> start) {
    calls.put(task.id(), call);
    choose(task, start);
  }

  /** Nothing more may be sent now. */
  void deny(WaitReason reason) {
    denied = Optional.of(reason);
  }

  /** Something is due that is being prepared or waits for a slot. */
  void setBusy() {
    busy = true;
  }

  List<TaskId> chosen() {
    return List.copyOf(chosen.keySet());
  }

  Consumer<Claim> start(TaskId task) {
    return chosen.getOrDefault(task, _ -> {});
  }

  /** Gives back the permission for a task that could not be claimed. */
  void drop(TaskId task) {
    Optional.ofNullable(calls.get(task)).ifPresent(ProviderCall::drop);
  }

  Optional<WaitReason> denied() {
    return denied;
  }

  boolean isBusy() {
    return busy;
  }
}
