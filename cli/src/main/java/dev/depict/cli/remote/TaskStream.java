package dev.depict.cli.remote;

import dev.depict.proto.v1.Filter;
import dev.depict.proto.v1.TaskServiceGrpc.TaskServiceStub;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The stream of changes, opened again with its resume token whenever it breaks. Safe for use by
 * several threads; signals come one at a time.
 *
 * <p>A server that never answered is given up at once: it is not there.
 */
public final class TaskStream implements AutoCloseable {
  /** Items under way before the consumer asks for more. */
  private static final int AHEAD = 64;

  private final TaskServiceStub stub;
  private final String target;
  private final Filter filter;
  private final Backoff backoff;
  private final Consumer<StreamSignal> sink;
  private String resumeToken;
  private boolean answered;
  private boolean closed;
  private int failures;
  private Optional<Call> current = Optional.empty();

  /**
   * @param resumeToken where to begin; empty for now
   * @param sink must not block and not throw
   */
  public TaskStream(
      Remote remote,
      Filter filter,
      String resumeToken,
      Backoff backoff,
      Consumer<StreamSignal> sink) {
    this.stub = remote.tasks();
    this.target = remote.target();
    this.filter = filter;
    this.resumeToken = resumeToken;
    this.backoff = backoff;
    this.sink = sink;
  }

  /** Opens the stream. To be called once. */
  public void open() {
    connect();
  }

  /** Tells that one item is dealt with, so that another may be sent. */
  public synchronized void more() {
    current.ifPresent(call -> call.requests().ifPresent(requests -> requests.request(1)));
  }

  @Override
  public synchronized void close() {
    closed = true;
    current.flatMap(Call::requests).ifPresent(call -> call.cancel("not needed any more", null));
    current = Optional.empty();
  }

  private void connect() {
    Call call = new Call();
    WatchTasksRequest request;
    synchronized (this) {
      if (closed) {
        return;
      }
      current = Optional.of(call);
      request =
          WatchTasksRequest.newBuilder().setResumeToken(resumeToken).setFilter(filter).build();
    }
    stub.watchTasks(request, call);
  }

  private void received(Call from, WatchTasksResponse response) {
    synchronized (this) {
      if (!isCurrent(from)) {
        return;
      }
      answered = true;
      failures = 0;
      resumeToken =
          switch (response.getItemCase()) {
            case EVENT -> response.getEvent().getResumeToken();
            case MARK -> response.getMark().getResumeToken();
            case ITEM_NOT_SET -> resumeToken;
          };
    }
    sink.accept(new StreamSignal.Item(response));
  }

  private void ended(Call from, Throwable thrown) {
    Refusal why = Refusal.of(thrown, target);
    Optional<Duration> pause;
    synchronized (this) {
      if (!isCurrent(from)) {
        return;
      }
      current = Optional.empty();
      boolean again = answered && why.mayPass() && failures < backoff.tries();
      pause = again ? Optional.of(backoff.pause(failures)) : Optional.empty();
      failures++;
    }
    pause.ifPresentOrElse(
        length -> {
          sink.accept(new StreamSignal.Broken(why, length));
          after(length).execute(this::connect);
        },
        () -> sink.accept(new StreamSignal.Lost(why)));
  }

  private boolean isCurrent(Call call) {
    return !closed && current.filter(now -> now == call).isPresent();
  }

  private static Executor after(Duration pause) {
    return CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** One connection of the stream. */
  private final class Call
      implements ClientResponseObserver<WatchTasksRequest, WatchTasksResponse> {
    private volatile Optional<ClientCallStreamObserver<WatchTasksRequest>> requests =
        Optional.empty();

    Optional<ClientCallStreamObserver<WatchTasksRequest>> requests() {
      return requests;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<WatchTasksRequest> observer) {
      observer.disableAutoRequestWithInitial(AHEAD);
      requests = Optional.of(observer);
    }

    @Override
    public void onNext(WatchTasksResponse response) {
      received(this, response);
    }

    @Override
    public void onError(Throwable thrown) {
      ended(this, thrown);
    }

    /** The contract knows no end: whoever ended it, the stream goes on. */
    @Override
    public void onCompleted() {
      ended(this, Status.UNAVAILABLE.withDescription("the stream ended").asRuntimeException());
    }
  }
}
