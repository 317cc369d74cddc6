package dev.depict.cli.command;

import dev.depict.cli.text.Json;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows tasks with all there is to know. */
@Command(
    name = "get",
    description = "Show tasks, their answers and their attempts.",
    footerHeading = "%nExample:%n",
    footer = "  depict task get 0199a1b2-0000-7000-8000-000000000001")
final class TaskGetCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private TaskNames names = new TaskNames();
  @Mixin private OutputOption output = new OutputOption();

  TaskGetCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return new EachTask(invocation)
        .run(
            names.list(),
            (remote, name) -> {
              var request =
                  GetTaskRequest.newBuilder()
                      .setName(name)
                      .setView(TaskView.TASK_VIEW_FULL)
                      .build();
              return remote.task(stub -> stub.getTask(request)).getTask();
            },
            this::show);
  }

  private boolean show(Task task) {
    if (output.json()) {
      invocation.print(Json.of(task));
    } else {
      new TaskSheet(invocation.times(), invocation.terminal().columns())
          .lines(task)
          .forEach(invocation::print);
    }
    return true;
  }
}
