package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.RateLimiter.Grant;
import dev.depict.application.port.out.RateLimiter.Permit;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A long backlog, configured for more than the provider allows. */
class LowerLimitTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LATENCY = Duration.ofMillis(800);
  private static final Duration STEP = Duration.ofMillis(10);
  private static final Task TASK = Bench.task("a.png");

  private record Call(Grant grant, Outcome outcome, Instant end) {}

  private final Deque<Call> underWay = new ArrayDeque<>();
  private final List<Instant> answered = new ArrayList<>();
  private final List<Instant> refused = new ArrayList<>();

  /** Counts any sixty seconds, as the strictest of providers does. */
  private Outcome ask(int allowed, Instant now) {
    long counted = answered.stream().filter(time -> now.isBefore(time.plus(MINUTE))).count();
    if (counted < allowed) {
      answered.add(now);
      return Answers.words(300, 700);
    }
    refused.add(now);
    Instant free = answered.get(answered.size() - allowed).plus(MINUTE);
    return Answers.minute(
        Duration.between(now, free), Answers.violation(LimitKind.REQUESTS_PER_MINUTE, allowed));
  }

  private void endThoseDue(Bench bench) {
    while (!underWay.isEmpty() && !underWay.peek().end().isAfter(bench.clock.instant())) {
      Call call = underWay.remove();
      bench.limiter.settle(call.grant(), call.outcome());
    }
  }

  private void work(Bench bench, int allowed, Duration time) {
    Instant end = bench.clock.instant().plus(time);
    while (bench.clock.instant().isBefore(end)) {
      endThoseDue(bench);
      if (bench.limiter.acquire(TASK, 1_000) instanceof Permit.Granted(Grant grant)) {
        bench.limiter.sent(grant);
        Instant now = bench.clock.instant();
        underWay.add(new Call(grant, ask(allowed, now), now.plus(LATENCY)));
      } else {
        bench.clock.advance(STEP);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"60, 15", "60, 59", "1000, 150", "15, 1"})
  void it_is_found_at_the_price_of_a_few_refusals_and_then_used_to_the_last(
      int configured, int allowed) {
    var bench = new Bench(Bench.rpm(configured));
    Instant start = bench.clock.instant();
    Duration first = Duration.ofMinutes(5);
    work(bench, allowed, first);
    // A restart in the middle costs no further refusal.
    endThoseDue(bench);
    answered.forEach(time -> bench.book.sent(time, 300));
    Bench after = bench.restarted(Bench.rpm(configured));
    underWay.clear();
    work(after, allowed, Duration.ofMinutes(5));

    double inFlight = Math.ceil(configured / 60.0 * LATENCY.toMillis() / 1000);
    assertThat(refused).hasSizeLessThanOrEqualTo((int) Math.max(3, inFlight + 1));
    assertThat(after.limit(LimitKind.REQUESTS_PER_MINUTE).limit()).isEqualTo(allowed);
    assertThat(after.limit(LimitKind.REQUESTS_PER_MINUTE).learned()).isPresent();
    double possible = allowed * Duration.between(start, after.clock.instant()).toSeconds() / 60.0;
    assertThat(answered.size() / possible).isGreaterThanOrEqualTo(0.97);
  }
}
