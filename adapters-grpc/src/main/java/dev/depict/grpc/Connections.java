package dev.depict.grpc;

import io.grpc.Attributes;
import io.grpc.ServerTransportFilter;

/** Counts the clients that are connected. */
final class Connections extends ServerTransportFilter {
  private int open;

  @Override
  public synchronized Attributes transportReady(Attributes attributes) {
    open++;
    return attributes;
  }

  @Override
  public synchronized void transportTerminated(Attributes attributes) {
    open--;
    notifyAll();
  }

  synchronized void awaitNone() throws InterruptedException {
    while (open > 0) {
      wait();
    }
  }
}
