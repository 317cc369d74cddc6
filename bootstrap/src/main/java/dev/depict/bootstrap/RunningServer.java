package dev.depict.bootstrap;

import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.wiring.DaggerDepictComponent;
import dev.depict.bootstrap.wiring.DepictComponent;
import java.time.Duration;

/** A server of this process that works, serves, and is announced in its data folder. */
final class RunningServer {
  private final DepictComponent depict;
  private final String address;

  private RunningServer(DepictComponent depict, String address) {
    this.depict = depict;
    this.address = address;
  }

  static RunningServer start(Settings settings) {
    DepictComponent depict = DaggerDepictComponent.factory().create(settings);
    depict.server().start();
    // Whoever asks after its health must learn that it stores nothing any more.
    depict.store().onFailure(() -> depict.grpc().ready(false));
    String address = depict.grpc().address().toString();
    depict.store().lock().announce(address);
    return new RunningServer(depict, address);
  }

  /** {@code host:port}. */
  String address() {
    return address;
  }

  /** Starts tasks from now on without being asked for them. */
  void work() {
    depict.server().work();
  }

  /** Stops in order; what still runs after the grace goes back to the queue. */
  void stop(Duration grace) {
    depict.server().stop(grace);
  }

  /** Waits until no client is connected any more. */
  void awaitNoClients() throws InterruptedException {
    depict.grpc().awaitNoClients();
  }
}
