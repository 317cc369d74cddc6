package dev.depict.cli.command;

import dev.depict.cli.remote.Remote;
import dev.depict.proto.v1.QuotaKey;
import dev.depict.proto.v1.ResumeQueueRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Resumes the queue. */
@Command(
    name = "resume",
    description = "End a pause, and try refused keys and models again at once.")
final class QueueResumeCommand implements Callable<Integer> {
  private final Invocation invocation;

  QueueResumeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (Remote remote = invocation.connect()) {
      var resumed = remote.queue(stub -> stub.resumeQueue(ResumeQueueRequest.getDefaultInstance()));
      invocation.print(
          resumed.getWasPaused() ? "The queue is resumed." : "The queue was not paused.");
      for (QuotaKey key : resumed.getProbedQuotaKeysList()) {
        invocation.print("Tried again now: " + QueueSheet.name(key));
      }
    }
    return 0;
  }
}
