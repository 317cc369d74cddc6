package dev.depict.benchmarks.face;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Calls of one answer, so many of them under way at any time: one that ends begins the next. */
final class InFlight<R> {
  /** Begins one call. */
  interface Call<R> {
    void begin(int number, StreamObserver<R> end);
  }

  private final Call<R> call;
  private final long[] micros;
  private final AtomicInteger next = new AtomicInteger();
  private final CountDownLatch left;
  private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();

  private InFlight(int count, Call<R> call) {
    this.call = call;
    this.micros = new long[count];
    this.left = new CountDownLatch(count);
  }

  /**
   * Makes so many calls.
   *
   * @throws IllegalStateException when one fails
   */
  static <R> Timings run(int slots, int count, Call<R> call) throws InterruptedException {
    var run = new InFlight<R>(count, call);
    long start = System.nanoTime();
    for (int slot = 0; slot < slots; slot++) {
      run.begin();
    }
    run.left.await();
    long elapsed = System.nanoTime() - start;
    Throwable broken = run.failed.get();
    if (broken != null) {
      throw new IllegalStateException("a call failed: " + broken.getMessage(), broken);
    }
    return Timings.of(run.micros, elapsed);
  }

  private void begin() {
    int number = next.getAndIncrement();
    if (number < micros.length) {
      call.begin(number, new End(number));
    }
  }

  private final class End implements StreamObserver<R> {
    private final int number;
    private final long start = System.nanoTime();

    End(int number) {
      this.number = number;
    }

    @Override
    public void onNext(R answer) {}

    @Override
    public void onError(Throwable error) {
      failed.compareAndSet(null, error);
      onCompleted();
    }

    @Override
    public void onCompleted() {
      micros[number] = (System.nanoTime() - start) / 1_000;
      left.countDown();
      begin();
    }
  }
}
