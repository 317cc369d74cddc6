package dev.depict.cli.port;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A connection without TLS, as it is meant for the loopback. */
public final class PlaintextConnection implements ServerAccess.Connection {
  /** A page of a thousand tasks with long texts must fit. */
  private static final int LARGEST_MESSAGE_BYTES = 64 << 20;

  private final String target;
  private final boolean inProcess;
  private final List<String> notices;
  private final Runnable work;
  private final Runnable whenClosed;
  private final ManagedChannel channel;

  /**
   * @param target {@code host:port}
   * @param work has an in-process server begin to work
   * @param whenClosed runs after the channel is shut down; stops the server if it is in-process
   */
  public PlaintextConnection(
      String target, boolean inProcess, List<String> notices, Runnable work, Runnable whenClosed) {
    this.target = target;
    this.inProcess = inProcess;
    this.notices = List.copyOf(notices);
    this.work = work;
    this.whenClosed = whenClosed;
    this.channel =
        ManagedChannelBuilder.forTarget(target)
            .usePlaintext()
            .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
            .build();
  }

  @Override
  public String target() {
    return target;
  }

  @Override
  public ManagedChannel channel() {
    return channel;
  }

  @Override
  public boolean inProcess() {
    return inProcess;
  }

  @Override
  public void work() {
    work.run();
  }

  @Override
  public List<String> notices() {
    return notices;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    whenClosed.run();
  }
}
