package dev.depict.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MILLI = 1_000_000;
  private static final long INTERVAL = 4000 * MILLI;
  private static final long SLACK = Duration.ofSeconds(10).toNanos();
  private static final long NEVER_ASKED = Long.MIN_VALUE;

  private final Pace pace = new Pace(SLACK);

  private long untilDue(long now) {
    return pace.nanosUntilDue(INTERVAL, _ -> NEVER_ASKED, now);
  }

  @Test
  void the_first_call_is_due_at_once_and_the_next_after_the_interval() {
    assertThat(untilDue(7)).isZero();
    pace.begin(0, 7);
    assertThat(untilDue(7)).isEqualTo(INTERVAL);
    assertThat(untilDue(8)).isEqualTo(INTERVAL - 1);
  }

  @Test
  void coming_late_does_not_add_up() {
    pace.begin(0, 0);
    for (int turn = 1; turn <= 100; turn++) {
      long late = turn * INTERVAL + (turn % 3) * 700L * MILLI;
      assertThat(untilDue(late)).isZero();
      pace.granted(INTERVAL, late);
    }
    assertThat(untilDue(100 * INTERVAL + 700 * MILLI)).isEqualTo(INTERVAL - 700 * MILLI);
  }

  @Test
  void what_is_late_is_caught_up_at_twice_the_pace() {
    pace.begin(0, 0);
    long late = INTERVAL + 8000 * MILLI;
    pace.granted(INTERVAL, late);
    assertThat(untilDue(late)).isBetween(INTERVAL / 2 - 250 * MILLI, INTERVAL / 2);
    pace.granted(INTERVAL, late + 2000 * MILLI);
    pace.granted(INTERVAL, late + 4000 * MILLI);
    pace.granted(INTERVAL, late + 6000 * MILLI);
    pace.granted(INTERVAL, late + 8000 * MILLI);
    assertThat(untilDue(late + 8000 * MILLI)).isEqualTo(INTERVAL);
  }

  @Test
  void what_is_later_than_the_slack_is_a_pause() {
    pace.begin(0, 0);
    assertThat(pace.isUnderWay(INTERVAL, INTERVAL + SLACK)).isTrue();
    assertThat(pace.isUnderWay(INTERVAL, INTERVAL + SLACK + 1)).isFalse();
  }

  @Test
  void a_pause_is_caught_up_as_far_as_is_said_and_never_further_than_the_slack() {
    pace.begin(Long.MAX_VALUE, 0);
    assertThat(pace.isUnderWay(INTERVAL, INTERVAL)).isTrue();
    assertThat(untilDue(0)).isEqualTo(INTERVAL / 2);
    pace.begin(1000 * MILLI, 0);
    assertThat(untilDue(0)).isEqualTo(INTERVAL - 1000 * MILLI);
  }

  @Test
  void calls_that_did_not_wait_for_their_turn_spread_the_next_ones() {
    pace.begin(0, 0);
    for (int call = 1; call <= 10; call++) {
      pace.granted(INTERVAL, call);
    }
    assertThat(pace.nanosUntilDue(INTERVAL, _ -> 3 * INTERVAL, 10)).isEqualTo(3 * INTERVAL);
    assertThat(pace.nanosUntilDue(INTERVAL, _ -> 0, 10)).isEqualTo(INTERVAL);
  }

  @Test
  void the_turn_of_a_call_that_was_given_back_goes_to_the_next() {
    pace.begin(0, 0);
    pace.granted(INTERVAL, INTERVAL);
    pace.givenBack(INTERVAL);
    assertThat(untilDue(INTERVAL)).isZero();
  }
}
