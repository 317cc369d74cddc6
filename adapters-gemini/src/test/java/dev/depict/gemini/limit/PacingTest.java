package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.RateLimiter.Permit;
import dev.depict.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five minutes of work by a dispatcher that sleeps until it is told to, and wakes up late. */
class PacingTest {
  private static final Task TASK = Bench.task("a.png");
  private static final Duration RUN = Duration.ofMinutes(5);

  private final Random random = new Random(7);
  private final List<Instant> sends = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {15, 60, 1000, 6000})
  void with_work_waiting_the_quota_is_used_up_and_never_overrun(int rpm) {
    var bench = new Bench(Bench.rpm(rpm));
    Instant end = bench.in(RUN);
    while (bench.clock.instant().isBefore(end)) {
      switch (bench.limiter.acquire(TASK, Integer.MAX_VALUE)) {
        case Permit.Granted granted -> {
          bench.clock.advance(Duration.ofNanos(random.nextLong(100_000)));
          bench.limiter.sent(granted.grant());
          sends.add(bench.clock.instant());
          bench.limiter.settle(granted.grant(), Answers.words(300, 0));
        }
        case Permit.Denied denied -> {
          bench.clock.set(denied.reason().until().orElseThrow());
          bench.clock.advance(Duration.ofNanos(1_000_000 + random.nextLong(4_000_000)));
        }
      }
    }
    for (int first = 0; first + rpm < sends.size(); first++) {
      assertThat(Duration.between(sends.get(first), sends.get(first + rpm)))
          .isGreaterThan(Duration.ofMinutes(1));
    }
    double possible = (double) rpm * RUN.toNanos() / Bench.SPAN.toNanos();
    assertThat((double) sends.size()).isGreaterThanOrEqualTo(Math.floor(0.99 * possible));
  }
}
