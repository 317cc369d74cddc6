package dev.depict.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long MILLI = 1_000_000;
  private static final long INTERVAL = 4000 * MILLI;

  private final Pace pace = new Pace();

  @Test
  void the_first_call_is_due_at_once_and_the_next_after_the_interval() {
    assertThat(pace.nanosUntilDue(_ -> INTERVAL, 7)).isZero();
    pace.granted(INTERVAL, 7);
    assertThat(pace.nanosUntilDue(_ -> INTERVAL, 7)).isEqualTo(INTERVAL);
    assertThat(pace.nanosUntilDue(_ -> INTERVAL, 8)).isEqualTo(INTERVAL - 1);
  }

  @Test
  void coming_a_little_late_does_not_add_up() {
    pace.granted(INTERVAL, 0);
    for (int turn = 1; turn <= 100; turn++) {
      long late = turn * INTERVAL + 5 * MILLI;
      assertThat(pace.nanosUntilDue(_ -> INTERVAL, late)).isZero();
      pace.granted(INTERVAL, late);
    }
    assertThat(pace.nanosUntilDue(_ -> INTERVAL, 100 * INTERVAL)).isEqualTo(INTERVAL);
  }

  @Test
  void a_long_silence_is_not_caught_up() {
    pace.granted(INTERVAL, 0);
    pace.granted(INTERVAL, 100 * INTERVAL);
    assertThat(pace.nanosUntilDue(_ -> INTERVAL, 100 * INTERVAL))
        .isEqualTo(INTERVAL - Pace.SLACK.toNanos());
  }

  @Test
  void calls_that_did_not_wait_for_their_turn_put_the_next_one_off_by_one_interval() {
    pace.granted(INTERVAL, 0);
    for (int call = 1; call <= 10; call++) {
      pace.granted(INTERVAL, call);
    }
    assertThat(pace.nanosUntilDue(_ -> INTERVAL, 10)).isEqualTo(INTERVAL);
  }

  @Test
  void the_turn_of_a_call_that_was_given_back_goes_to_the_next() {
    pace.granted(INTERVAL, 0);
    pace.granted(INTERVAL, INTERVAL);
    pace.givenBack(INTERVAL);
    assertThat(pace.nanosUntilDue(_ -> INTERVAL, INTERVAL)).isZero();
  }
}
