package dev.depict.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  @Test
  void the_ticker_goes_on_with_the_clock_and_never_back() {
    Ticker ticker = clock.ticker();
    long start = ticker.nanos();
    clock.advance(Duration.ofSeconds(5));
    clock.set(clock.instant().plusSeconds(2));
    clock.set(Instant.EPOCH);
    assertThat(ticker.nanos() - start).isEqualTo(Duration.ofSeconds(7).toNanos());
  }

  @Test
  void a_jump_moves_the_wall_clock_alone() {
    var done = new ArrayList<String>();
    var timer = new SettableTimer(clock);
    timer.after(Duration.ofSeconds(10), () -> done.add("a"));
    long before = clock.ticker().nanos();

    clock.jump(Duration.ofHours(1));

    assertThat(clock.instant()).isEqualTo(SettableClock.START.plusSeconds(3600));
    assertThat(clock.ticker().nanos()).isEqualTo(before);
    clock.advance(Duration.ofSeconds(9));
    assertThat(done).isEmpty();
    assertThat(timer.nextDue()).contains(clock.instant().plusSeconds(1));
    clock.jump(Duration.ofHours(-2));
    clock.advance(Duration.ofSeconds(1));
    assertThat(done).containsExactly("a");
  }
}
