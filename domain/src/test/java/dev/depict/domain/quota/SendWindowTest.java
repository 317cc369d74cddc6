package dev.depict.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.quota.SendWindow.Place;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SendWindowTest {
  private static final Duration SPAN = Duration.ofSeconds(60);
  private static final MinuteLimits TWO = MinuteLimits.ofRequests(2);
  private static final MinuteLimits TOKENS = new MinuteLimits(100, OptionalLong.of(1000));

  private final SendWindow window = new SendWindow(SPAN);

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  private Place send(long tokens, long now) {
    Place place = window.take(tokens);
    window.sent(place, now);
    return place;
  }

  @Test
  void a_place_is_free_again_a_span_after_its_send() {
    send(0, seconds(10));
    send(0, seconds(20));
    assertThat(window.nanosUntilFree(0, TWO, seconds(30))).isEqualTo(seconds(40));
    assertThat(window.nanosUntilFree(0, TWO, seconds(70) - 1)).isEqualTo(1);
    assertThat(window.nanosUntilFree(0, TWO, seconds(70))).isZero();
    assertThat(window.requests(seconds(70))).isEqualTo(1);
  }

  @Test
  void a_call_that_is_not_sent_keeps_its_place_however_long_that_takes() {
    window.take(0);
    Place slow = window.take(0);
    assertThat(window.nanosUntilFree(0, TWO, seconds(1000))).isEqualTo(seconds(60));
    window.sent(slow, seconds(1000));
    assertThat(window.nanosUntilFree(0, TWO, seconds(1030))).isEqualTo(seconds(30));
    assertThat(window.nanosUntilFree(0, TWO, seconds(1060))).isZero();
  }

  @Test
  void what_is_given_back_is_free_at_once() {
    Place unsent = window.take(400);
    Place sent = send(500, 0);
    window.giveBack(unsent);
    window.giveBack(unsent);
    assertThat(window.requests(1)).isEqualTo(1);
    assertThat(window.tokens(1)).isEqualTo(500);
    window.giveBack(sent);
    assertThat(window.requests(1)).isZero();
    assertThat(window.tokens(1)).isZero();
  }

  @Test
  void tokens_are_settled_to_what_was_really_taken() {
    Place place = send(900, 0);
    assertThat(window.nanosUntilFree(200, TOKENS, 1)).isPositive();
    window.settle(place, 300);
    assertThat(window.nanosUntilFree(200, TOKENS, 1)).isZero();
    assertThat(window.tokens(1)).isEqualTo(300);
    assertThat(window.tokens(seconds(60))).isZero();
  }

  @Test
  void a_call_that_is_settled_after_its_minute_changes_nothing() {
    Place place = send(900, 0);
    assertThat(window.tokens(seconds(61))).isZero();
    window.settle(place, 5000);
    window.giveBack(place);
    assertThat(window.tokens(seconds(61))).isZero();
    assertThat(window.requests(seconds(61))).isZero();
  }

  @Test
  void as_many_sends_as_needed_have_to_end_for_a_large_call() {
    for (int second = 0; second < 10; second++) {
      send(100, seconds(second));
    }
    assertThat(window.nanosUntilFree(100, TOKENS, seconds(10))).isEqualTo(seconds(50));
    assertThat(window.nanosUntilFree(400, TOKENS, seconds(10))).isEqualTo(seconds(53));
  }

  @Test
  void a_call_larger_than_the_limit_goes_alone() {
    send(1, 0);
    assertThat(window.nanosUntilFree(5000, TOKENS, seconds(1))).isEqualTo(seconds(59));
    assertThat(window.nanosUntilFree(5000, TOKENS, seconds(60))).isZero();
    send(5000, seconds(60));
    assertThat(window.nanosUntilFree(1, TOKENS, seconds(61))).isEqualTo(seconds(59));
  }

  @Test
  void a_lowered_limit_waits_for_as_many_sends_as_are_too_many() {
    for (int second = 0; second < 10; second++) {
      send(0, seconds(second));
    }
    assertThat(window.nanosUntilFree(0, MinuteLimits.ofRequests(3), seconds(10)))
        .isEqualTo(seconds(57));
  }

  @Test
  void restored_sends_count_until_the_time_they_were_restored_with() {
    window.restore(0, seconds(7));
    window.restore(0, seconds(5));
    assertThat(window.nanosUntilFree(0, TWO, 0)).isEqualTo(seconds(5));
    assertThat(window.requests(seconds(6))).isEqualTo(1);
    assertThat(window.requests(seconds(7))).isZero();
  }

  @Test
  void the_clock_may_run_over() {
    long start = Long.MAX_VALUE - seconds(1);
    send(0, start);
    send(0, start + seconds(2));
    assertThat(window.nanosUntilFree(0, TWO, start + seconds(3))).isEqualTo(seconds(57));
    assertThat(window.requests(start + seconds(60))).isEqualTo(1);
    assertThat(window.requests(start + seconds(62))).isZero();
  }

  @Test
  void it_tells_how_many_calls_are_free() {
    send(400, 0);
    assertThat(window.free(0, TWO, 0)).isEqualTo(1);
    assertThat(window.free(100, TOKENS, 0)).isEqualTo(6);
    assertThat(window.free(700, TOKENS, 0)).isZero();
  }
}
