package dev.depict.grpc;

import io.grpc.Attributes;
import io.grpc.ServerTransportFilter;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/** Counts the clients that are connected, and lets no more in than may be. */
final class Connections extends ServerTransportFilter {
  private static final Attributes.Key<Boolean> COUNTED = Attributes.Key.create("counted");

  private final int most;
  private int open;

  Connections(int most) {
    this.most = most;
  }

  /** What is thrown here closes the connection. */
  @Override
  public synchronized Attributes transportReady(Attributes attributes) {
    if (open >= most) {
      throw Status.RESOURCE_EXHAUSTED
          .withDescription(
              "%d connections are open, which is the limit (server.max-connections)"
                  .formatted(most))
          .asRuntimeException();
    }
    open++;
    return attributes.toBuilder().set(COUNTED, true).build();
  }

  /** Also told of connections that were never ready, such as those that failed in TLS. */
  @Override
  public synchronized void transportTerminated(@Nullable Attributes attributes) {
    if (attributes != null && Boolean.TRUE.equals(attributes.get(COUNTED))) {
      open--;
      notifyAll();
    }
  }

  synchronized void awaitNone() throws InterruptedException {
    while (open > 0) {
      wait();
    }
  }
}
