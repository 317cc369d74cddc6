package dev.depict.cli.remote;

import dev.depict.cli.port.ServerAccess.Connection;
import dev.depict.proto.v1.MediaServiceGrpc;
import dev.depict.proto.v1.MediaServiceGrpc.MediaServiceStub;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.QueueServiceGrpc.QueueServiceBlockingStub;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.TaskServiceGrpc.TaskServiceBlockingStub;
import dev.depict.proto.v1.TaskServiceGrpc.TaskServiceStub;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A server within reach, and its services. */
public final class Remote implements AutoCloseable {
  /** Far more than any call takes that does not wait on purpose. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Connection connection;

  public Remote(Connection connection) {
    this.connection = connection;
  }

  public String target() {
    return connection.target();
  }

  public boolean inProcess() {
    return connection.inProcess();
  }

  /** Has a server of this process begin to work the queue; any other server does as it is set. */
  public void work() {
    connection.work();
  }

  /** For calls that report back on other threads. */
  public TaskServiceStub tasks() {
    return TaskServiceGrpc.newStub(connection.channel());
  }

  /** For pictures that are too large for one message. */
  public MediaServiceStub media() {
    return MediaServiceGrpc.newStub(connection.channel());
  }

  /**
   * Calls and waits for the answer.
   *
   * @throws dev.depict.cli.port.CommandFailed when the server refuses or does not answer
   */
  public <T> T task(Function<TaskServiceBlockingStub, T> call) {
    return task(PATIENCE, call);
  }

  /** The same, with patience for a call that waits on purpose. */
  public <T> T task(Duration patience, Function<TaskServiceBlockingStub, T> call) {
    var stub = TaskServiceGrpc.newBlockingStub(connection.channel());
    return answered(stub.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS), call);
  }

  /** The same, for work that takes as long as it takes: there is no deadline. */
  public <T> T taskWithoutEnd(Function<TaskServiceBlockingStub, T> call) {
    return answered(TaskServiceGrpc.newBlockingStub(connection.channel()), call);
  }

  /**
   * Calls and waits for the answer.
   *
   * @throws dev.depict.cli.port.CommandFailed when the server refuses or does not answer
   */
  public <T> T queue(Function<QueueServiceBlockingStub, T> call) {
    var stub = QueueServiceGrpc.newBlockingStub(connection.channel());
    return answered(stub.withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), call);
  }

  /** The same, for work that takes as long as it takes: there is no deadline. */
  public <T> T queueWithoutEnd(Function<QueueServiceBlockingStub, T> call) {
    return answered(QueueServiceGrpc.newBlockingStub(connection.channel()), call);
  }

  @Override
  public void close() {
    connection.close();
  }

  private <S, T> T answered(S stub, Function<S, T> call) {
    try {
      return call.apply(stub);
    } catch (StatusRuntimeException e) {
      throw Refusal.of(e, target()).asFailure();
    }
  }
}
