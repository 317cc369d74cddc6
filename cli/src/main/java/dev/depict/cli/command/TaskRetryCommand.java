package dev.depict.cli.command;

import dev.depict.proto.v1.RetryTaskRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens a new round for tasks. */
@Command(name = "retry", description = "Try failed or cancelled tasks again.")
final class TaskRetryCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private TaskNames names = new TaskNames();
  @Mixin private OutputOption output = new OutputOption();

  TaskRetryCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var line = new TaskLine(invocation, output.json());
    return new EachTask(invocation)
        .run(
            names.list(),
            (remote, name) -> {
              var request = RetryTaskRequest.newBuilder().setName(name).build();
              return remote.task(stub -> stub.retryTask(request)).getTask();
            },
            task -> {
              line.print(task);
              return true;
            });
  }
}
