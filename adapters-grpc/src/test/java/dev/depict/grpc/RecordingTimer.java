package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Timer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A timer whose users can be waited for. */
final class RecordingTimer implements Timer {
  private final Timer timer;
  private final BlockingQueue<Duration> scheduled = new LinkedBlockingQueue<>();
  private final BlockingQueue<Duration> cancelled = new LinkedBlockingQueue<>();

  RecordingTimer(Timer timer) {
    this.timer = timer;
  }

  @Override
  public Alarm after(Duration delay, Runnable action) {
    Alarm alarm = timer.after(delay, action);
    scheduled.add(delay);
    return () -> {
      alarm.cancel();
      cancelled.add(delay);
    };
  }

  /** The delay of the next alarm that was or will be set. */
  Duration nextScheduled() throws InterruptedException {
    return next(scheduled);
  }

  Duration nextCancelled() throws InterruptedException {
    return next(cancelled);
  }

  private static Duration next(BlockingQueue<Duration> delays) throws InterruptedException {
    @Nullable Duration delay = delays.poll(Rig.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(delay).isNotNull();
    return delay;
  }
}
