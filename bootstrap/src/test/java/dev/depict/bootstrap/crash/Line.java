package dev.depict.bootstrap.crash;

import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.TaskServiceGrpc.TaskServiceBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The way to the server, which is another one after each restart. Safe for concurrent use. */
final class Line {
  /** The way to one life of the server. */
  record Connection(int life, ManagedChannel channel) {
    TaskServiceBlockingStub tasks() {
      return TaskServiceGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    /** For calls that go on until somebody ends them. */
    TaskServiceBlockingStub endless() {
      return TaskServiceGrpc.newBlockingStub(channel);
    }
  }

  private int lives;
  private boolean closed;
  private Optional<Connection> current = Optional.empty();

  synchronized void up(String address) {
    ManagedChannel channel = NettyChannelBuilder.forTarget(address).usePlaintext().build();
    current = Optional.of(new Connection(++lives, channel));
    notifyAll();
  }

  /** The server is gone: calls that do not know it yet are ended. */
  synchronized void down() {
    current.ifPresent(connection -> connection.channel().shutdownNow());
    current = Optional.empty();
  }

  /** There will be no other server. */
  synchronized void close() {
    down();
    closed = true;
    notifyAll();
  }

  /** Waits for a server after this life; empty when there will be none. */
  synchronized Optional<Connection> after(int life) throws InterruptedException {
    while (!closed && current.filter(connection -> connection.life() > life).isEmpty()) {
      wait();
    }
    return current;
  }
}
