package dev.depict.emulator;

import java.util.concurrent.CountDownLatch;

/**
 * Tells when the JVM is told to stop, and holds it up until this is closed, so that what is open
 * can be closed in order. To be opened first and closed last, by one thread.
 */
final class StopSignal implements AutoCloseable {
  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::hold, "emulator-stop");

  StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Waits for it. */
  void await() throws InterruptedException {
    told.await();
  }

  private void hold() {
    told.countDown();
    try {
      closed.await();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The JVM is on its way out already, and the hook lets it go.
    }
  }
}
