package dev.depict.cli.command;

import dev.depict.cli.remote.Remote;
import dev.depict.proto.v1.CancelTaskRequest;
import dev.depict.proto.v1.CancelTasksRequest;
import dev.depict.proto.v1.CancelTasksResponse;
import dev.depict.proto.v1.Task;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Cancels tasks. */
@Command(
    name = "cancel",
    description = "Cancel tasks that are not finished.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  depict task cancel 0199a1b2-0000-7000-8000-000000000001",
      "  depict task cancel --label archive --dry-run",
      "",
      "Before more than 20 tasks are cancelled it asks. A call that is under way runs on, and its",
      "answer is kept."
    })
final class TaskCancelCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private TaskChoice choice = new TaskChoice();
  @Mixin private OutputOption output = new OutputOption();

  TaskCancelCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    choice.check(spec.commandLine());
    return choice.names().isEmpty()
        ? bulk().run(invocation, choice.many(), output.json())
        : new EachTask(invocation)
            .run(choice.names(), this::cancel, new TaskLine(invocation, output.json())::printed);
  }

  private Task cancel(Remote remote, String name) {
    var request = CancelTaskRequest.newBuilder().setName(name).build();
    return remote.task(stub -> stub.cancelTask(request)).getTask();
  }

  private BulkChange<CancelTasksResponse> bulk() {
    var request = CancelTasksRequest.newBuilder().setFilter(choice.filter());
    return new BulkChange<>(
        "cancel",
        "cancelled",
        (remote, dryRun) ->
            remote.taskWithoutEnd(stub -> stub.cancelTasks(request.setDryRun(dryRun).build())),
        CancelTasksResponse::getMatchedCount,
        CancelTasksResponse::getCancelledCount);
  }
}
