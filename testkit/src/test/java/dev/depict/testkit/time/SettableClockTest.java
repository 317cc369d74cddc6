package dev.depict.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SettableClockTest {
  private final SettableClock clock = new SettableClock();

  @Test
  void a_clock_stands_still_until_it_is_moved() {
    assertThat(clock.instant()).isEqualTo(SettableClock.START).isEqualTo(clock.instant());
  }

  @Test
  void a_clock_can_be_moved_on_and_back() {
    clock.advance(Duration.ofSeconds(5));
    assertThat(clock.instant()).isEqualTo(SettableClock.START.plusSeconds(5));
    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }
}
