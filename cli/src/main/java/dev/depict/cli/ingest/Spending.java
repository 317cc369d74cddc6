package dev.depict.cli.ingest;

import dev.depict.cli.port.CommandFailed;
import dev.depict.cli.port.Surroundings;
import dev.depict.cli.port.Terminal;
import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Amounts;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.Queue;
import dev.depict.proto.v1.TaskCount;
import dev.depict.proto.v1.TaskStatus;
import java.util.List;
import java.util.Optional;

/** Says what a run may cost before anything is sent, and asks where it is much. */
final class Spending {
  private final Surroundings surroundings;
  private final Remote remote;
  private final Screen screen;

  Spending(Surroundings surroundings, Remote remote, Screen screen) {
    this.surroundings = surroundings;
    this.remote = remote;
    this.screen = screen;
  }

  /**
   * Returns when the entries may be sent; at once, and silently, when nobody is to be paid.
   *
   * @throws CommandFailed when they may not, or the server cannot be reached
   */
  void settle(Request request, List<Entry> entries) {
    if (entries.stream().noneMatch(Entry.Picture.class::isInstance)) {
      return;
    }
    Queue queue =
        remote.queue(stub -> stub.getQueue(GetQueueRequest.getDefaultInstance())).getQueue();
    if (isFree(request.question().getModel(), queue)) {
      return;
    }
    Look look = Look.at(entries, screen, surroundings.terminal().interactive());
    if (look.pictures().isEmpty()) {
      return;
    }
    var sums = new Estimates(remote, surroundings.clock()).of(look.pictures(), request.question());
    if (sums.getModelsList().equals(List.of(EstimateLine.OFFLINE))) {
      return;
    }
    screen.note(new EstimateLine(surroundings.clock().instant()).of(sums));
    leftovers(request, queue).ifPresent(screen::note);
    if (sums.getEstimatedCostMicroUsd() > Amounts.MUCH && !request.agreed()) {
      ask(sums);
    }
  }

  private void ask(EstimateIngestResponse sums) {
    Terminal terminal = surroundings.terminal();
    if (!terminal.interactive()) {
      throw CommandFailed.usage(
          "nothing was sent: it may cost %s, which is more than %s; add --yes to send it all the same"
              .formatted(
                  Amounts.atMost(sums.getEstimatedCostMicroUsd()), Amounts.atMost(Amounts.MUCH)));
    }
    if (!terminal.agrees("Continue?")) {
      throw CommandFailed.failure("nothing was sent");
    }
  }

  private static boolean isFree(String model, Queue queue) {
    return model.isEmpty()
        ? queue.getAnalyzersCount() > 0
            && queue.getAnalyzers(0).getProvider().equals(EstimateLine.OFFLINE)
        : model.equals(EstimateLine.OFFLINE);
  }

  /** What waited before works now that there is a server; nothing of this run is stored so far. */
  private Optional<String> leftovers(Request request, Queue queue) {
    long count =
        queue.getCountsList().stream()
            .filter(Spending::isUnfinished)
            .mapToLong(TaskCount::getCount)
            .sum();
    boolean worked = remote.inProcess() && request.waits() && !queue.hasPauseTime();
    return worked && count > 0
        ? Optional.of(
            "%s of an earlier run %s and will be worked too"
                .formatted(Amounts.of(count, "task"), count == 1 ? "waits" : "wait"))
        : Optional.empty();
  }

  private static boolean isUnfinished(TaskCount count) {
    return count.getStatus() == TaskStatus.TASK_STATUS_PENDING
        || count.getStatus() == TaskStatus.TASK_STATUS_PROCESSING;
  }
}
