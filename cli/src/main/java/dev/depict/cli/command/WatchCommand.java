package dev.depict.cli.command;

import dev.depict.cli.port.CommandFailed;
import dev.depict.cli.remote.Backoff;
import dev.depict.cli.remote.Remote;
import dev.depict.cli.remote.StreamSignal;
import dev.depict.cli.remote.TaskStream;
import dev.depict.cli.text.Json;
import dev.depict.proto.v1.TaskEvent;
import dev.depict.proto.v1.WatchMark;
import dev.depict.proto.v1.WatchTasksResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what happens to tasks, as it happens. */
@Command(
    name = "watch",
    description = "Show what happens to tasks, as it happens.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  depict watch --status completed,failed",
      "  depict watch --output json --since-token TOKEN",
      "",
      "A broken connection is taken up again and loses nothing. Ctrl-C ends it, and tells the",
      "token with which to go on later."
    })
final class WatchCommand implements Callable<Integer> {
  private final Invocation invocation;
  private final AtomicReference<String> token = new AtomicReference<>("");
  @Mixin private FilterOptions filter = new FilterOptions();

  @Option(
      names = "--since-token",
      paramLabel = "TOKEN",
      description = "Begin where an earlier watch ended. Default: now.")
  private String since = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "End after so many events; 0 tells the token of now. Default: without end.")
  private long limit = Long.MAX_VALUE;

  @Mixin private OutputOption output = new OutputOption();

  WatchCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    BlockingQueue<StreamSignal> signals = new LinkedBlockingQueue<>();
    token.set(since);
    try (Remote remote = invocation.connect();
        var _ = invocation.surroundings().interrupts().onInterrupt(this::tellToken);
        var stream =
            new TaskStream(remote, filter.filter(), since, Backoff.PATIENT, signals::add)) {
      remote.work();
      stream.open();
      follow(stream, signals);
      tellToken();
      return 0;
    }
  }

  private void follow(TaskStream stream, BlockingQueue<StreamSignal> signals)
      throws InterruptedException {
    long left = limit;
    while (left > 0 || token.get().isEmpty()) {
      switch (signals.take()) {
        case StreamSignal.Item(WatchTasksResponse response) -> {
          stream.more();
          if (response.hasEvent()) {
            show(response.getEvent());
            left--;
          } else if (response.hasMark()) {
            marked(response.getMark());
          }
        }
        case StreamSignal.Broken broken ->
            invocation.note(
                "the connection broke and is taken up again: " + broken.why().message());
        case StreamSignal.Lost lost -> {
          tellToken();
          throw outOfReach(lost);
        }
      }
    }
  }

  /** Who wants no event wants the token. */
  private void marked(WatchMark mark) {
    token.set(mark.getResumeToken());
    if (limit == 0 && output.json()) {
      invocation.print(Json.of(mark));
    }
  }

  private void show(TaskEvent event) {
    invocation.print(new EventLine(invocation, output.json()).of(event));
    token.set(event.getResumeToken());
  }

  private void tellToken() {
    if (!token.get().isEmpty()) {
      invocation.note("to go on from here: depict watch --since-token " + token.get());
    }
  }

  private static CommandFailed outOfReach(StreamSignal.Lost lost) {
    return switch (lost.why().code()) {
      case OUT_OF_RANGE ->
          CommandFailed.failure(
              lost.why().message() + "; `depict task list` shows how tasks stand now");
      default -> lost.why().asFailure();
    };
  }
}
