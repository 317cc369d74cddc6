package dev.depict.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Minutes of work through the gate, by somebody who always comes a little late. */
class SendGateSimulationTest {
  private static final long MILLI = 1_000_000;
  private static final long MINUTE = Duration.ofSeconds(60).toNanos();
  private static final long SPAN = MINUTE + 250 * MILLI;
  private static final long RUN = 5 * MINUTE;

  private final Random random = new Random(42);
  private final SendGate gate = new SendGate(Duration.ofNanos(SPAN));
  private final List<Long> sends = new ArrayList<>();
  private long now;

  @ParameterizedTest
  @ValueSource(longs = {1, 15, 60, 1000, 6000})
  void with_work_waiting_the_quota_is_used_up_and_never_overrun(long rpm) {
    MinuteLimits limits = MinuteLimits.ofRequests(rpm);
    while (now < RUN) {
      work(Integer.MAX_VALUE, limits);
      now +=
          Math.max(1, gate.nanosUntilFree(new Demand(1, Integer.MAX_VALUE, false), limits, now))
              + late();
    }
    assertNoMinuteIsOver(rpm);
    double possible = (double) rpm * RUN / SPAN;
    assertThat((double) sends.size()).isGreaterThanOrEqualTo(Math.floor(0.99 * possible));
    assertThat(longestGap()).isLessThan(SPAN / rpm + 60 * MILLI);
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 60, 1000, 6000})
  void work_that_comes_at_random_never_overruns_and_is_all_sent(long rpm) {
    MinuteLimits limits = MinuteLimits.ofRequests(rpm);
    long arrived = 0;
    for (long second = 0; second < RUN; second += 1000 * MILLI) {
      // Bursts of up to three tenths of the quota: nine tenths of it on average.
      arrived += random.nextInt(10) == 0 ? random.nextLong(rpm * 3 / 10 + 1) : 0;
      now = Math.max(now, second);
      while (now < second + 1000 * MILLI) {
        long left = work(arrived - sends.size(), limits);
        now +=
            left > 0
                ? gate.nanosUntilFree(new Demand(1, left, false), limits, now) + late()
                : 1000 * MILLI;
      }
    }
    assertNoMinuteIsOver(rpm);
    assertThat(arrived - sends.size()).isLessThan(rpm);
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 60, 1000, 6000})
  void after_a_burst_a_backlog_still_uses_the_quota_up(long rpm) {
    MinuteLimits limits = MinuteLimits.ofRequests(rpm);
    work(rpm / 2, limits);
    now += 20_000 * MILLI;
    long begin = now + SPAN;
    while (now < begin + RUN) {
      work(Integer.MAX_VALUE, limits);
      now +=
          Math.max(1, gate.nanosUntilFree(new Demand(1, Integer.MAX_VALUE, false), limits, now))
              + late();
    }
    assertNoMinuteIsOver(rpm);
    long steady = sends.stream().filter(send -> send >= begin).count();
    assertThat((double) steady).isGreaterThanOrEqualTo(Math.floor(0.99 * rpm * RUN / SPAN));
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 60, 1000})
  void a_backlog_that_comes_one_by_one_leaves_turns_for_callers_and_uses_the_quota_up(long rpm) {
    MinuteLimits limits = MinuteLimits.ofRequests(rpm);
    long longest = 0;
    for (int arrived = 0; now < RUN; arrived++) {
      // Hundreds a second, each alone when it comes, until nobody counts them any more.
      work(arrived < 1000 ? 1 : Integer.MAX_VALUE, limits);
      now += arrived < 1000 ? 3 * MILLI : 5 * MILLI;
      longest = Math.max(longest, gate.nanosUntilFree(Demand.alone(1), limits, now));
    }
    assertNoMinuteIsOver(rpm);
    double possible = (double) rpm * RUN / SPAN;
    assertThat((double) sends.size()).isGreaterThanOrEqualTo(Math.floor(0.97 * possible));
    // Four turns; where a turn is short, as long as the burst itself took to come.
    assertThat(longest).isLessThan(Math.max(4 * SPAN / rpm, 2000 * MILLI));
  }

  /** Sends what may be sent now; says how much is left. */
  private long work(long backlog, MinuteLimits limits) {
    long left = backlog;
    while (left > 0 && gate.nanosUntilFree(new Demand(1, left, false), limits, now) == 0) {
      SendWindow.Place place = gate.take(1, limits, now);
      now += random.nextLong(MILLI / 10);
      gate.window().sent(place, now);
      sends.add(now);
      left--;
    }
    return left;
  }

  private long late() {
    return MILLI + random.nextLong(4 * MILLI);
  }

  private void assertNoMinuteIsOver(long rpm) {
    for (int first = 0; first + rpm < sends.size(); first++) {
      assertThat(sends.get((int) (first + rpm)) - sends.get(first)).isGreaterThan(MINUTE);
    }
  }

  private long longestGap() {
    long longest = 0;
    for (int send = 1; send < sends.size(); send++) {
      longest = Math.max(longest, sends.get(send) - sends.get(send - 1));
    }
    return longest;
  }
}
