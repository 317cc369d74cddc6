package dev.depict.cli.command;

import dev.depict.proto.v1.CancelTaskRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Cancels tasks. */
@Command(name = "cancel", description = "Cancel tasks that are not finished.")
final class TaskCancelCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private TaskNames names = new TaskNames();
  @Mixin private OutputOption output = new OutputOption();

  TaskCancelCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var line = new TaskLine(invocation, output.json());
    return new EachTask(invocation)
        .run(
            names.list(),
            (remote, name) -> {
              var request = CancelTaskRequest.newBuilder().setName(name).build();
              return remote.task(stub -> stub.cancelTask(request)).getTask();
            },
            task -> {
              line.print(task);
              return true;
            });
  }
}
