package dev.depict.grpc;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Pools of platform threads: handlers call a database, which would pin virtual ones. */
final class Pools {
  private static final long IDLE_SECONDS = 30;

  private Pools() {}

  /**
   * At most so many threads, which end when idle. The queue has no bound of its own, for a
   * transport cannot bear a refusal; the limits on calls and watches bound it.
   */
  static ThreadPoolExecutor bounded(String name, int threads) {
    var pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name(name, 1).factory());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
