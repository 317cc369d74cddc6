package dev.depict.cli.command;

import dev.depict.cli.remote.Remote;
import dev.depict.proto.v1.ProcessQueueRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on due tasks now. */
@Command(
    name = "process",
    description = "Work on due tasks now, the most urgent first; for a server whose worker is off.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  depict queue process                          one task",
      "  depict queue process --max 50 --max-wait 2m   up to 50, waiting for quota for 2 minutes",
      "  depict queue process 0199a1b2-0000-7000-8000-000000000001",
      "",
      "Exit code: 0 whatever became of the tasks, 1 the call failed."
    })
final class QueueProcessCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "TASK",
      description = "This task alone, also while it is delayed: tasks/UUID, or the UUID alone.")
  private Optional<String> task = Optional.empty();

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "Up to so many tasks, 1 to 1000. Default: 1.")
  private Optional<Integer> max = Optional.empty();

  @Option(
      names = "--max-wait",
      paramLabel = "DURATION",
      description = "How long to wait for quota in all, such as 30s. Default: not at all.")
  private Duration maxWait = Duration.ZERO;

  @Mixin private OutputOption output = new OutputOption();

  QueueProcessCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (task.isPresent() && max.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--max and a task exclude each other; give one of them");
    }
    try (Remote remote = invocation.connect()) {
      var response = remote.queueWithoutEnd(stub -> stub.processQueue(request()));
      new ProcessReport(invocation, output.json()).print(response);
    }
    return 0;
  }

  private ProcessQueueRequest request() {
    var request =
        ProcessQueueRequest.newBuilder()
            .setMaxWait(
                com.google.protobuf.Duration.newBuilder()
                    .setSeconds(maxWait.getSeconds())
                    .setNanos(maxWait.getNano()));
    task.map(TaskNames::named).ifPresent(request::setTask);
    max.ifPresent(request::setMaxTasks);
    return request.build();
  }
}
