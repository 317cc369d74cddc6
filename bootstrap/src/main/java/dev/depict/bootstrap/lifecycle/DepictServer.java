package dev.depict.bootstrap.lifecycle;

import dev.depict.application.port.out.TaskQueue;
import dev.depict.application.service.Dispatcher;
import dev.depict.application.service.EventTail;
import dev.depict.application.service.Housekeeping;
import dev.depict.grpc.GrpcServer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** The running whole: the order in which the parts begin and end. */
@Singleton
public final class DepictServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DepictServer.class.getName());
  private static final Duration STOP_GRACE = Duration.ofSeconds(20);
  private static final Duration WATCH_GRACE = Duration.ofSeconds(1);

  private final TaskQueue queue;
  private final EventTail tail;
  private final Dispatcher dispatcher;
  private final Housekeeping housekeeping;
  private final GrpcServer grpc;
  private final WarmUp warmUp;
  private final Closing closing;

  @Inject
  DepictServer(
      TaskQueue queue,
      EventTail tail,
      Dispatcher dispatcher,
      Housekeeping housekeeping,
      GrpcServer grpc,
      WarmUp warmUp,
      Closing closing) {
    this.queue = queue;
    this.tail = tail;
    this.dispatcher = dispatcher;
    this.housekeeping = housekeeping;
    this.grpc = grpc;
    this.warmUp = warmUp;
    this.closing = closing;
  }

  /**
   * Takes over what an earlier process left, then works and serves. Closes everything when it
   * cannot.
   */
  public void start() {
    try {
      TaskQueue.Recovered recovered = queue.recover();
      if (recovered.tasks() > 0) {
        LOG.log(Level.INFO, "{0} tasks that a stopped process had begun go on", recovered.tasks());
      }
      tail.start();
      grpc.start();
      dispatcher.suspect(recovered.suspects());
      dispatcher.start();
      housekeeping.start();
      grpc.ready(true);
      warmUp.begin();
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  /** Starts tasks from now on without being asked for them. */
  public void work() {
    dispatcher.work();
  }

  /**
   * Ends in order: no new calls, no new claims, what runs may finish, the rest goes back uncounted.
   */
  public void stop(Duration grace) {
    try {
      grpc.stop(WATCH_GRACE);
      housekeeping.close();
      dispatcher.stop(grace);
      tail.close();
    } finally {
      closing.close();
    }
  }

  @Override
  public void close() {
    stop(STOP_GRACE);
  }
}
