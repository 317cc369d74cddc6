package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What has happened to whom, in order, for a test that waits for one of them. */
final class Arrivals<T> {
  private final BlockingQueue<T> order = new LinkedBlockingQueue<>();

  void add(T one) {
    order.add(one);
  }

  /** Waits for the wanted one; those before it are not told again. */
  void await(T wanted) throws InterruptedException {
    T next;
    do {
      next = order.poll(Workshop.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(next).isNotNull();
    } while (!wanted.equals(next));
  }
}
