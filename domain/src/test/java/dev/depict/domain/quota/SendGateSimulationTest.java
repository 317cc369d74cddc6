package dev.depict.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Minutes of work through the gate, by somebody who always comes a little late. */
class SendGateSimulationTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1000 * MILLI;
  private static final long MINUTE = 60 * SECOND;
  private static final Duration SPAN = Duration.ofMillis(60_250);
  private static final long RUN = 5 * MINUTE;

  private final Random random = new Random(42);
  private final List<Long> sends = new ArrayList<>();
  private SendGate gate = new SendGate(SPAN);
  private long longestLateness;
  private long lastBusy;
  private long now;

  @ParameterizedTest
  @ValueSource(longs = {1, 15, 60, 150, 1000, 6000})
  void with_work_waiting_the_quota_is_used_up_and_never_overrun(long rpm) {
    workUntil(RUN, rpm);
    assertThat(overruns(rpm)).isZero();
    assertThat(use(rpm, 0, RUN)).isGreaterThanOrEqualTo(0.99);
    assertThat(longestGap()).isLessThan(SPAN.toNanos() / rpm + 60 * MILLI);
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 60, 150, 1000, 6000})
  void neither_a_busy_machine_nor_a_restart_costs_more_than_a_hundredth(long rpm) {
    longestLateness = 2 * SECOND;
    workThroughARestart(rpm);
    assertThat(overruns(rpm)).isZero();
    assertThat(use(rpm, 0, RUN)).isGreaterThanOrEqualTo(0.99);
  }

  @ParameterizedTest
  @ValueSource(longs = {60, 150, 1000, 6000})
  void without_catching_up_a_busy_machine_is_seen_in_the_use(long rpm) {
    gate = new SendGate(SPAN, Duration.ZERO);
    longestLateness = 2 * SECOND;
    workUntil(RUN, rpm);
    assertThat(use(rpm, 0, RUN)).isLessThan(0.99);
  }

  @Test
  void a_send_that_counts_too_short_is_seen_as_an_overrun() {
    gate = new SendGate(Duration.ofMillis(59_800));
    workUntil(RUN, 60);
    assertThat(overruns(60)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 60, 1000, 6000})
  void work_that_comes_at_random_never_overruns_and_is_all_sent(long rpm) {
    MinuteLimits limits = MinuteLimits.ofRequests(rpm);
    var arrivals = new Random(7);
    long arrived = 0;
    for (long second = 0; second < RUN; second += SECOND) {
      // Bursts of up to three tenths of the quota: nine tenths of it on average.
      arrived += arrivals.nextInt(10) == 0 ? arrivals.nextLong(rpm * 3 / 10 + 1) : 0;
      now = Math.max(now, second);
      while (now < second + SECOND) {
        long left = work(arrived - sends.size(), limits);
        now +=
            left > 0
                ? gate.nanosUntilFree(new Demand(1, left, false), limits, now) + late()
                : SECOND;
      }
    }
    assertThat(overruns(rpm)).isZero();
    assertThat(arrived - sends.size()).isLessThan(rpm);
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 60, 1000, 6000})
  void after_a_burst_a_backlog_still_uses_the_quota_up(long rpm) {
    work(rpm / 2, MinuteLimits.ofRequests(rpm));
    now += 20 * SECOND;
    long begin = now + SPAN.toNanos();
    workUntil(begin + RUN, rpm);
    assertThat(overruns(rpm)).isZero();
    assertThat(use(rpm, begin, begin + RUN)).isGreaterThanOrEqualTo(0.99);
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
    assertThat(overruns(rpm)).isZero();
    assertThat(use(rpm, 0, RUN)).isGreaterThanOrEqualTo(0.99);
    // Four turns; where a turn is short, as long as the burst itself took to come.
    assertThat(longest).isLessThan(Math.max(4 * SPAN.toNanos() / rpm, 2 * SECOND));
  }

  /** Four seconds in the middle nobody sends; then another process goes on, which reads the log. */
  private void workThroughARestart(long rpm) {
    workUntil(RUN / 2, rpm);
    now += 4 * SECOND;
    gate = new SendGate(SPAN);
    sends.stream()
        .map(send -> send + SPAN.toNanos())
        .filter(end -> end - now > 0)
        .forEach(end -> gate.window().restore(1, end));
    workUntil(RUN, rpm);
  }

  private void workUntil(long end, long rpm) {
    MinuteLimits limits = MinuteLimits.ofRequests(rpm);
    while (now < end) {
      work(Integer.MAX_VALUE, limits);
      var all = new Demand(1, Integer.MAX_VALUE, false);
      now += Math.max(1, gate.nanosUntilFree(all, limits, now)) + late();
    }
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

  /** A few milliseconds; on a busy machine now and then, in every tenth second or so, much more. */
  private long late() {
    long little = MILLI + random.nextLong(4 * MILLI);
    boolean isBusy = longestLateness > 0 && now / (10 * SECOND) != lastBusy;
    if (isBusy) {
      lastBusy = now / (10 * SECOND);
    }
    return isBusy ? random.nextLong(longestLateness) : little;
  }

  private long overruns(long rpm) {
    long overruns = 0;
    for (int first = 0; first + rpm < sends.size(); first++) {
      overruns += sends.get((int) (first + rpm)) - sends.get(first) <= MINUTE ? 1 : 0;
    }
    return overruns;
  }

  /** The share of what the limit and the guard allow; whole calls, so that one is not missed. */
  private double use(long rpm, long begin, long end) {
    long counted = sends.stream().filter(send -> send >= begin && send < end).count();
    return counted / Math.floor((double) rpm * (end - begin) / SPAN.toNanos());
  }

  private long longestGap() {
    long longest = 0;
    for (int send = 1; send < sends.size(); send++) {
      longest = Math.max(longest, sends.get(send) - sends.get(send - 1));
    }
    return longest;
  }
}
