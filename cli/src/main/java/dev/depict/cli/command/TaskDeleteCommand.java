package dev.depict.cli.command;

import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Json;
import dev.depict.proto.v1.DeleteTaskRequest;
import dev.depict.proto.v1.Task;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes tasks. */
@Command(
    name = "delete",
    description = "Delete tasks with their history; what is being analyzed is not deleted.",
    footerHeading = "%n",
    footer = {
      "The answer stays for others who ask the same. The copy of the picture goes a day after the",
      "last task that needs it."
    })
final class TaskDeleteCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private TaskNames names = new TaskNames();
  @Mixin private OutputOption output = new OutputOption();

  TaskDeleteCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return new EachTask(invocation).run(names.list(), TaskDeleteCommand::delete, this::told);
  }

  private static String delete(Remote remote, String name) {
    var request = DeleteTaskRequest.newBuilder().setName(name).build();
    remote.task(stub -> stub.deleteTask(request));
    return name;
  }

  private boolean told(String name) {
    invocation.print(
        output.json() ? Json.of(Task.newBuilder().setName(name).build()) : name + "  deleted");
    return true;
  }
}
