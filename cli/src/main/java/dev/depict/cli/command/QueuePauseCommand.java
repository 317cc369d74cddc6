package dev.depict.cli.command;

import dev.depict.cli.remote.Remote;
import dev.depict.proto.v1.PauseQueueRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Pauses the queue. */
@Command(
    name = "pause",
    description = "Send no further pictures to a provider; those under way finish.")
final class QueuePauseCommand implements Callable<Integer> {
  private final Invocation invocation;

  QueuePauseCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (Remote remote = invocation.connect()) {
      var paused = remote.queue(stub -> stub.pauseQueue(PauseQueueRequest.getDefaultInstance()));
      invocation.print(
          "The queue is paused since %s; `depict queue resume` ends it."
              .formatted(invocation.times().shown(paused.getPauseTime())));
    }
    return 0;
  }
}
