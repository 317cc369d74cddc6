package dev.depict.sqlite.writer;

import dev.depict.sqlite.thread.Uninterruptibly;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Lets the callers of a batch go on. Those who wait wake each other; what was promised is kept by
 * one thread, the whole batch in one go, so that neither the writer nor a switch of threads for
 * each command pays for it.
 */
final class Callers implements AutoCloseable {
  private final ThreadPoolExecutor promises =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().name("depict-acknowledge").daemon().factory(),
          // What is refused because all is closed is told on the thread that found that out.
          (late, _) -> late.run());

  Callers() {
    promises.prestartCoreThread();
  }

  <M> void release(List<Ticket<M, ?>> batch) {
    var awaited = new ArrayList<Awaited<M, ?>>(batch.size());
    var promised = new ArrayList<Promised<M, ?>>(batch.size());
    for (Ticket<M, ?> ticket : batch) {
      switch (ticket) {
        case Awaited<M, ?> one -> awaited.add(one);
        case Promised<M, ?> one -> promised.add(one);
      }
    }
    Awaited.release(awaited);
    if (!promised.isEmpty()) {
      promises.execute(() -> promised.forEach(Promised::keep));
    }
  }

  /** Returns when all that was promised is kept, whatever interrupts. */
  @Override
  public void close() {
    promises.shutdown();
    Uninterruptibly.await(() -> promises.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
  }
}
