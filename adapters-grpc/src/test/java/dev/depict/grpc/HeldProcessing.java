package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.in.ProcessQueue;
import dev.depict.domain.error.CallerMistake;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work that ends when the test says so. */
final class HeldProcessing implements ProcessQueue {
  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

  /** What is wrong with everything that is asked for. */
  volatile Optional<CallerMistake> mistake = Optional.empty();

  /** Work that was asked for. */
  record Asked(
      Selection selection, Duration maxWait, Consumer<Report> callback, CountDownLatch cancelled) {
    boolean wasCancelled() throws InterruptedException {
      return cancelled.await(Rig.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Override
  public Processing process(Selection selection, Duration maxWait, Consumer<Report> callback) {
    mistake.ifPresent(wrong -> {
      throw wrong;
    });
    var one = new Asked(selection, maxWait, callback, new CountDownLatch(1));
    asked.add(one);
    return one.cancelled()::countDown;
  }

  /** The next work that was or will be asked for. */
  Asked next() throws InterruptedException {
    @Nullable Asked one = asked.poll(Rig.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(one).isNotNull();
    return one;
  }
}
