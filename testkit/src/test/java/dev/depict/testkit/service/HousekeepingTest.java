package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Cleaner;
import dev.depict.application.port.out.Cleaner.Removed;
import dev.depict.application.port.out.Cleaner.Retention;
import dev.depict.application.service.Housekeeping;
import dev.depict.testkit.time.SettableClock;
import dev.depict.testkit.time.SettableTimer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What nobody needs any more is removed in the background. */
class HousekeepingTest {
  private static final Retention RETENTION =
      new Retention(Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(1), Optional.empty());

  private final SettableClock clock = new SettableClock();
  private final SettableTimer timer = new SettableTimer(clock);
  private int pieces;
  private int left;

  private Housekeeping keeping(Cleaner cleaner) {
    return new Housekeeping(cleaner, RETENTION, timer, Runnable::run);
  }

  private Removed clean(Retention retention) {
    assertThat(retention).isEqualTo(RETENTION);
    pieces++;
    left--;
    return new Removed(1, 0, 0, 0, left > 0);
  }

  @Test
  void it_goes_on_until_nothing_is_left_and_begins_again_after_an_hour() {
    try (var keeping = keeping(this::clean)) {
      keeping.start();
      left = 3;
      clock.advance(Duration.ofMinutes(1));
      assertThat(pieces).isEqualTo(3);

      left = 2;
      clock.advance(Duration.ofMinutes(59));
      assertThat(pieces).isEqualTo(3);
      clock.advance(Duration.ofMinutes(1));
      assertThat(pieces).isEqualTo(5);
    }
  }

  @Test
  void a_fault_is_forgotten_until_the_next_time() {
    Cleaner broken =
        _ -> {
          pieces++;
          throw new IllegalStateException("the disk is full");
        };
    try (var keeping = keeping(broken)) {
      keeping.start();
      clock.advance(Duration.ofMinutes(61));
      assertThat(pieces).isEqualTo(2);
    }
  }

  @Test
  void nothing_is_removed_after_the_end() {
    var keeping = keeping(this::clean);
    keeping.start();
    keeping.close();
    clock.advance(Duration.ofDays(1));

    assertThat(pieces).isZero();
  }
}
