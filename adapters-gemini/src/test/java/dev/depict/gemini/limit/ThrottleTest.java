package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.task.FailureClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleTest {
  private static final Instant NOON = Instant.parse("2026-07-01T19:00:00Z");

  private final Throttle throttle = new Throttle();

  private static Moment at(Instant time) {
    return new Moment(Duration.between(NOON, time).toNanos(), time);
  }

  @Test
  void the_minute_waits_as_long_as_the_provider_asks() {
    throttle.refused(Answers.minute(Duration.ofMillis(45_837)), at(NOON));
    assertThat(throttle.minuteUntil(at(NOON))).contains(NOON.plusMillis(45_837));
    assertThat(throttle.minuteUntil(at(NOON.plusMillis(45_837)))).isEmpty();
  }

  @Test
  void the_minute_waits_a_minute_when_the_provider_does_not_say() {
    throttle.refused(Answers.throttled(FailureClass.QUOTA, Optional.empty()), at(NOON));
    assertThat(throttle.minuteUntil(at(NOON))).contains(NOON.plusSeconds(60));
  }

  @Test
  void a_shorter_wait_does_not_cut_a_longer_one() {
    throttle.refused(Answers.minute(Duration.ofSeconds(50)), at(NOON));
    throttle.refused(Answers.minute(Duration.ofSeconds(5)), at(NOON));
    assertThat(throttle.minuteUntil(at(NOON))).contains(NOON.plusSeconds(50));
  }

  /** Also on the days on which the clocks of Los Angeles change. */
  @ParameterizedTest
  @CsvSource({
    "2026-07-01T19:00:00Z, 2026-07-02T07:00:00Z",
    "2026-03-08T09:00:00Z, 2026-03-09T07:00:00Z",
    "2026-11-01T08:00:00Z, 2026-11-02T08:00:00Z",
    "2026-07-01T07:15:00Z, 2026-07-02T07:00:00Z",
    "2026-07-02T06:44:59Z, 2026-07-02T07:00:00Z"
  })
  void the_day_waits_until_midnight_in_los_angeles_whatever_delay_comes_with_it(
      Instant now, Instant midnight) {
    throttle.refused(Answers.day(), at(now));
    assertThat(throttle.dayUntil(at(now))).contains(midnight);
    assertThat(throttle.dayUntil(at(midnight.minusMillis(1)))).contains(midnight);
    assertThat(throttle.dayUntil(at(midnight))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-02T06:45:00Z",
    "2026-07-02T06:59:59Z",
    "2026-07-02T07:00:00Z",
    "2026-07-02T07:14:59Z"
  })
  void around_midnight_the_day_waits_ten_minutes(Instant now) {
    throttle.refused(Answers.day(), at(now));
    assertThat(throttle.dayUntil(at(now))).contains(now.plus(Duration.ofMinutes(10)));
    assertThat(throttle.dayUntil(at(now.plus(Duration.ofMinutes(10))))).isEmpty();
  }
}
