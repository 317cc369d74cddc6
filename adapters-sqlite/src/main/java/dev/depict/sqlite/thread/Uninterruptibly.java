package dev.depict.sqlite.thread;

/**
 * Waits for what must be waited for, whatever interrupts; who was interrupted finds that out later.
 */
public final class Uninterruptibly {
  /** Something to wait for, which can be begun again. */
  @FunctionalInterface
  public interface Wait {
    void await() throws InterruptedException;
  }

  private Uninterruptibly() {}

  /** Returns when the wait is over. The thread's mark of an interrupt is kept. */
  public static void await(Wait wait) {
    boolean interrupted = false;
    while (true) {
      try {
        wait.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
