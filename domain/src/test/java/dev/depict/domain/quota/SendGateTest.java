package dev.depict.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SendGateTest {
  private static final Duration SPAN = Duration.ofSeconds(60);
  private static final MinuteLimits SIX = MinuteLimits.ofRequests(6);
  private static final long TURN = Duration.ofSeconds(10).toNanos();

  private final SendGate gate = new SendGate(SPAN);

  private SendWindow.Place send(long now) {
    SendWindow.Place place = gate.take(0, SIX, now);
    gate.window().sent(place, now);
    return place;
  }

  @Test
  void as_many_calls_as_are_free_go_at_once() {
    for (int left = 6; left > 0; left--) {
      assertThat(gate.nanosUntilFree(new Demand(0, left, true), SIX, 0)).isZero();
      send(0);
    }
    assertThat(gate.nanosUntilFree(new Demand(0, 1, true), SIX, 0)).isEqualTo(SPAN.toNanos());
  }

  @Test
  void a_longer_backlog_is_spread_evenly() {
    assertThat(gate.nanosUntilFree(new Demand(0, 7, true), SIX, 0)).isZero();
    send(0);
    assertThat(gate.nanosUntilFree(new Demand(0, 6, true), SIX, 0)).isEqualTo(TURN);
    assertThat(gate.nanosUntilFree(new Demand(0, 6, true), SIX, TURN)).isZero();
  }

  @Test
  void a_caller_takes_what_the_backlog_leaves_free() {
    send(0);
    assertThat(gate.nanosUntilFree(new Demand(0, 100, true), SIX, 1)).isPositive();
    assertThat(gate.nanosUntilFree(new Demand(0, 1, true), SIX, 1)).isZero();
  }

  @Test
  void a_caller_who_waits_alone_is_told_when_the_window_opens() {
    for (int call = 0; call < 6; call++) {
      send(call);
    }
    assertThat(gate.nanosUntilFree(new Demand(0, 1, true), SIX, SPAN.toNanos() - 5)).isEqualTo(5);
  }

  @Test
  void a_call_that_was_given_back_costs_the_backlog_no_turn() {
    gate.giveBack(gate.take(0, SIX, 0), SIX);
    assertThat(gate.nanosUntilFree(new Demand(0, 100, true), SIX, 0)).isZero();
  }

  @Test
  void it_tells_when_the_last_call_may_be_sent() {
    assertThat(gate.nanosUntilLast(0, 4, SIX, 0)).isZero();
    assertThat(gate.nanosUntilLast(0, 31, SIX, 0)).isEqualTo(30 * TURN);
    send(0);
    assertThat(gate.nanosUntilLast(0, 30, SIX, 0)).isEqualTo(30 * TURN);
    assertThat(gate.nanosUntilLast(0, Long.MAX_VALUE, SIX, 0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void tokens_slow_the_last_call_down() {
    var limits = new MinuteLimits(6, OptionalLong.of(3000));
    assertThat(gate.nanosUntilLast(1000, 11, limits, 0)).isEqualTo(20 * TURN);
  }

  @Test
  void a_backlog_is_spread_over_the_tokens_of_the_minute() {
    var limits = new MinuteLimits(1000, OptionalLong.of(6000));
    var demand = new Demand(1000, 100, false);
    for (int call = 0; call < 20; call++) {
      long now = call * TURN;
      assertThat(gate.nanosUntilFree(demand, limits, now)).isZero();
      gate.window().sent(gate.take(1000, limits, now), now);
      assertThat(gate.nanosUntilFree(demand, limits, now)).isEqualTo(TURN);
      assertThat(gate.window().tokens(now)).isLessThanOrEqualTo(6000);
    }
  }

  @Test
  void calls_of_many_tokens_go_at_once_while_they_fit() {
    var limits = new MinuteLimits(1000, OptionalLong.of(6000));
    for (int left = 6; left > 0; left--) {
      assertThat(gate.nanosUntilFree(new Demand(1000, left, true), limits, 0)).isZero();
      gate.window().sent(gate.take(1000, limits, 0), 0);
    }
    assertThat(gate.nanosUntilFree(new Demand(1000, 1, true), limits, 0)).isEqualTo(6 * TURN);
  }

  @Test
  void after_an_interruption_the_next_call_has_its_turn_at_once() {
    send(0);
    assertThat(gate.nanosUntilFree(new Demand(0, 100, true), SIX, 1)).isPositive();
    gate.interrupt();
    assertThat(gate.nanosUntilFree(new Demand(0, 100, true), SIX, 1)).isZero();
  }
}
