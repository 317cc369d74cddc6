package dev.depict.cli.ingest;

import dev.depict.cli.remote.Backoff;
import dev.depict.cli.remote.Refusal;
import dev.depict.cli.remote.Remote;
import dev.depict.cli.remote.StreamSignal;
import dev.depict.cli.remote.TaskStream;
import dev.depict.proto.v1.Filter;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.WatchTasksResponse;
import java.util.List;
import java.util.function.Consumer;

/** Follows the changes of tasks from before the first picture is sent. Belongs to one thread. */
final class Following implements AutoCloseable {
  /** Everything but the news that a task waits, which the answer to its ingest tells. */
  private static final Filter CHANGES =
      Filter.newBuilder()
          .addAllStatuses(
              List.of(
                  TaskStatus.TASK_STATUS_PROCESSING,
                  TaskStatus.TASK_STATUS_COMPLETED,
                  TaskStatus.TASK_STATUS_FAILED,
                  TaskStatus.TASK_STATUS_CANCELLED))
          .build();

  private final Remote remote;
  private final Backoff backoff;
  private final Consumer<Signal> sink;
  private TaskStream stream;
  private boolean positioned;

  Following(Remote remote, Backoff backoff, Consumer<Signal> sink) {
    this.remote = remote;
    this.backoff = backoff;
    this.sink = sink;
    this.stream = fromNow();
  }

  /** Opens the stream; the first mark says that nothing is missed from then on. */
  void open() {
    stream.open();
  }

  /** Whether there is a position, so that a task stored now cannot end unseen. */
  boolean positioned() {
    return positioned;
  }

  /** Notes what came. Returns whether it gave the first position of a stream. */
  boolean received(WatchTasksResponse response) {
    stream.more();
    boolean first = !positioned;
    positioned |= response.getItemCase() != WatchTasksResponse.ItemCase.ITEM_NOT_SET;
    return first && positioned;
  }

  /**
   * Begins a new stream from now if the old one ended because its position is not kept any more.
   * What happened between the two must then be looked up.
   *
   * @throws dev.depict.cli.port.CommandFailed when the stream ended for another reason
   */
  void lost(Refusal why) {
    if (why.code() != io.grpc.Status.Code.OUT_OF_RANGE || !positioned) {
      throw why.asFailure();
    }
    positioned = false;
    stream.close();
    stream = fromNow();
    stream.open();
  }

  @Override
  public void close() {
    stream.close();
  }

  private TaskStream fromNow() {
    return new TaskStream(
        remote,
        CHANGES,
        "",
        backoff,
        (StreamSignal signal) -> sink.accept(new Signal.Streamed(signal)));
  }
}
