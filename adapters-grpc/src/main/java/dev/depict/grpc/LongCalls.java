package dev.depict.grpc;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Calls that look at everything that is stored. They hold a handler while they last, so that only a
 * few run at once.
 */
final class LongCalls {
  private static final int AT_ONCE = 4;

  private final Semaphore free = new Semaphore(AT_ONCE);

  /**
   * @throws Refusal when as many run already as may
   */
  <R> R run(Supplier<R> call) {
    if (!free.tryAcquire()) {
      throw new Refusal(
          Reason.SERVER_BUSY,
          "%d calls that go through all tasks are under way, which is the limit; try again later"
              .formatted(AT_ONCE));
    }
    try {
      return call.get();
    } finally {
      free.release();
    }
  }
}
