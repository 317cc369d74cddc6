package dev.depict.cli.command;

import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Json;
import dev.depict.proto.v1.GetQueueRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how the queue stands. */
@Command(
    name = "queue",
    description = "Show what waits and why, what runs, and what is used of each quota.",
    synopsisSubcommandLabel = "[process|pause|resume|forget]",
    footerHeading = "%nExamples:%n",
    footer = {"  depict queue", "  depict queue process --max 10", "  depict queue pause"})
final class QueueCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private OutputOption output = new OutputOption();

  QueueCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (Remote remote = invocation.connect()) {
      var queue =
          remote.queue(stub -> stub.getQueue(GetQueueRequest.getDefaultInstance())).getQueue();
      if (output.json()) {
        invocation.print(Json.of(queue));
      } else {
        new QueueSheet(invocation.times(), invocation.terminal(), remote.target())
            .lines(queue)
            .forEach(invocation::print);
      }
    }
    return 0;
  }
}
