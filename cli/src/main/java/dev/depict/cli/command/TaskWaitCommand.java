package dev.depict.cli.command;

import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Waits;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.WaitTaskRequest;
import dev.depict.proto.v1.WaitTaskResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Waits for tasks. */
@Command(
    name = "wait",
    description = "Wait until tasks are finished.",
    footerHeading = "%n",
    footer = "Exit code: 0 all are answered, 1 some are not.")
final class TaskWaitCommand implements Callable<Integer> {
  private static final Duration ONE_CALL = Duration.ofSeconds(30);
  private static final Duration SLACK = Duration.ofSeconds(10);

  private final Invocation invocation;
  @Mixin private TaskNames names = new TaskNames();

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description = "How long to wait in all, such as 90s or 1h30m. Default: without end.")
  private Optional<Duration> patience = Optional.empty();

  @Mixin private OutputOption output = new OutputOption();

  TaskWaitCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var clock = invocation.surroundings().clock();
    Optional<Instant> deadline = patience.map(clock.instant()::plus);
    var line = new TaskLine(invocation, output.json());
    return new EachTask(invocation)
        .run(
            names.list(),
            (remote, name) -> waitFor(remote, name, deadline),
            task -> {
              line.print(task);
              return task.getStatus() == TaskStatus.TASK_STATUS_COMPLETED;
            });
  }

  private Task waitFor(Remote remote, String name, Optional<Instant> deadline) {
    remote.work();
    String told = "";
    while (true) {
      Duration wait = deadline.map(this::left).orElse(ONE_CALL);
      var response = waited(remote, name, wait);
      if (response.getDone() || deadline.filter(end -> left(end).isZero()).isPresent()) {
        return response.getTask();
      }
      String why = new Waits(invocation.times()).shown(response.getTask().getWait());
      if (response.getTask().hasWait() && !why.equals(told)) {
        invocation.note(name + " waits: " + why);
        told = why;
      }
    }
  }

  private static WaitTaskResponse waited(Remote remote, String name, Duration wait) {
    var request =
        WaitTaskRequest.newBuilder()
            .setName(name)
            .setMaxWait(
                com.google.protobuf.Duration.newBuilder()
                    .setSeconds(wait.getSeconds())
                    .setNanos(wait.getNano()))
            .build();
    return remote.task(wait.plus(SLACK), stub -> stub.waitTask(request));
  }

  private Duration left(Instant deadline) {
    var left = Duration.between(invocation.surroundings().clock().instant(), deadline);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(ONE_CALL) < 0 ? left : ONE_CALL;
  }
}
