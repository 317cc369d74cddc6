package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParkingTest {
  private static final Instant START = Instant.parse("2026-07-01T19:00:00Z");

  private final Parking parking = new Parking();
  private Moment now = new Moment(0, START);

  private void pass(Duration time) {
    now = new Moment(now.nanos() + time.toNanos(), now.time().plus(time));
  }

  private void waitForProbe() {
    pass(Duration.between(now.time(), parking.nextProbe(now).orElseThrow()));
  }

  @Test
  void probes_come_after_1_2_4_8_15_and_15_minutes() {
    assertThat(parking.admits(now)).isTrue();
    List<Long> pauses = new ArrayList<>();
    parking.refused(1, now);
    for (long probe = 2; probe < 9; probe++) {
      assertThat(parking.admits(now)).isFalse();
      pauses.add(Duration.between(now.time(), parking.nextProbe(now).orElseThrow()).toMinutes());
      waitForProbe();
      assertThat(parking.admits(now)).isTrue();
      parking.granted(probe);
      parking.refused(probe, now);
    }
    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 15L, 15L, 15L);
  }

  @Test
  void one_task_at_a_time_finds_out() {
    parking.refused(1, now);
    waitForProbe();
    parking.granted(2);
    assertThat(parking.admits(now)).isFalse();
    assertThat(parking.nextProbe(now)).isEmpty();
    assertThat(parking.givenBack(2)).isTrue();
    assertThat(parking.admits(now)).isTrue();
  }

  @Test
  void a_probe_that_is_not_refused_ends_it() {
    parking.refused(1, now);
    waitForProbe();
    parking.granted(5);
    assertThat(parking.passed(5)).isTrue();
    assertThat(parking.isParked()).isFalse();
    assertThat(parking.admits(now)).isTrue();
  }

  @Test
  void what_was_sent_before_neither_ends_it_nor_puts_the_probe_off_nor_parks_anew() {
    parking.refused(4, now);
    Instant probe = parking.nextProbe(now).orElseThrow();
    pass(Duration.ofSeconds(10));
    parking.passed(1);
    parking.refused(2, now);
    assertThat(parking.nextProbe(now)).contains(probe);
    waitForProbe();
    parking.granted(5);
    parking.passed(5);
    parking.refused(3, now);
    assertThat(parking.isParked()).isFalse();
  }

  @Test
  void asked_to_it_finds_out_at_once_whatever_is_under_way() {
    parking.refused(1, now);
    assertThat(parking.probeNow(1, now)).isTrue();
    assertThat(parking.admits(now)).isTrue();
    parking.granted(2);
    parking.probeNow(2, now);
    assertThat(parking.admits(now)).isTrue();
    parking.refused(2, now);
    assertThat(parking.admits(now)).isTrue();
  }

  @Test
  void a_change_begins_the_pauses_anew() {
    parking.refused(1, now);
    for (long probe = 2; probe < 5; probe++) {
      waitForProbe();
      parking.granted(probe);
      parking.refused(probe, now);
    }
    parking.changed();
    parking.probeNow(5, now);
    parking.granted(6);
    parking.refused(6, now);
    assertThat(parking.nextProbe(now)).contains(now.time().plus(Duration.ofMinutes(1)));
  }

  @Test
  void there_is_nothing_to_find_out_while_all_is_well() {
    assertThat(parking.probeNow(1, now)).isFalse();
    assertThat(parking.nextProbe(now)).isEmpty();
  }
}
