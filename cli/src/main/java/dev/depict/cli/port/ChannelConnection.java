package dev.depict.cli.port;

import io.grpc.ManagedChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A connection over the network, or to a server of this process. */
public final class ChannelConnection implements ServerAccess.Connection {
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
   * @throws CommandFailed when the credentials cannot be used
   */
  public ChannelConnection(
      String target,
      Credentials credentials,
      boolean inProcess,
      List<String> notices,
      Runnable work,
      Runnable whenClosed) {
    this.target = target;
    this.inProcess = inProcess;
    this.notices = List.copyOf(notices);
    this.work = work;
    this.whenClosed = whenClosed;
    this.channel = Channels.open(target, credentials);
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
