package dev.depict.bootstrap.crash;

import dev.depict.bootstrap.crash.Line.Connection;
import io.grpc.StatusRuntimeException;
import java.util.Optional;

/** Works through all lives of the server; what breaks with one of them is no fault. */
abstract class Client implements Runnable {
  private final Scene scene;
  private final String name;

  /**
   * @param name such as {@code caller}, for what it is to blame for
   */
  Client(Scene scene, String name) {
    this.scene = scene;
    this.name = name;
  }

  /** The next thing to do. */
  abstract void step(Connection connection);

  @Override
  public final void run() {
    try {
      int life = 0;
      while (!scene.ended().get()) {
        Optional<Connection> connection = scene.line().after(life);
        if (connection.isEmpty()) {
          return;
        }
        life = untilItBreaks(connection.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      scene.faults().add("the %s ended: %s".formatted(name, e));
    }
  }

  private int untilItBreaks(Connection connection) {
    try {
      while (!scene.ended().get()) {
        step(connection);
      }
    } catch (StatusRuntimeException e) {
      if (!Broken.line(e)) {
        scene.faults().add("a call of the %s ended with %s".formatted(name, e.getStatus()));
      }
    }
    return connection.life();
  }
}
