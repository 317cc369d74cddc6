package dev.depict.cli.command;

import dev.depict.cli.remote.Remote;
import dev.depict.proto.v1.RetryTaskRequest;
import dev.depict.proto.v1.RetryTasksRequest;
import dev.depict.proto.v1.RetryTasksResponse;
import dev.depict.proto.v1.Task;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Opens a new round for tasks. */
@Command(
    name = "retry",
    description = "Try failed or cancelled tasks again.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  depict task retry 0199a1b2-0000-7000-8000-000000000001",
      "  depict task retry --failure blocked,input --dry-run",
      "",
      "Before more than 20 tasks are tried again it asks."
    })
final class TaskRetryCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TaskChoice choice = new TaskChoice();
  @Mixin private OutputOption output = new OutputOption();

  TaskRetryCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    choice.check(spec.commandLine());
    return choice.names().isEmpty()
        ? bulk().run(invocation, choice.many(), output.json())
        : new EachTask(invocation)
            .run(choice.names(), this::retry, new TaskLine(invocation, output.json())::printed);
  }

  private Task retry(Remote remote, String name) {
    var request = RetryTaskRequest.newBuilder().setName(name).build();
    return remote.task(stub -> stub.retryTask(request)).getTask();
  }

  private BulkChange<RetryTasksResponse> bulk() {
    var request = RetryTasksRequest.newBuilder().setFilter(choice.filter());
    return new BulkChange<>(
        "retry",
        "retried",
        (remote, dryRun) ->
            remote.taskWithoutEnd(stub -> stub.retryTasks(request.setDryRun(dryRun).build())),
        RetryTasksResponse::getMatchedCount,
        RetryTasksResponse::getRetriedCount);
  }
}
