package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.RateLimiter.Grant;
import dev.depict.application.port.out.RateLimiter.Permit;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.task.Task;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many threads at once. */
class TogetherTest {
  private static final Task TASK = Bench.taking(10, 10, Bench.task("a.png"));
  private static final int THREADS = 16;

  private static void run(Callable<Boolean> action) throws Exception {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var all = threads.invokeAll(Stream.generate(() -> action).limit(THREADS).toList());
      for (Future<Boolean> one : all) {
        one.get();
      }
    }
  }

  @Test
  void never_more_than_the_limit_is_granted() throws Exception {
    var limits = new LimiterSettings(100, 0, 90, Duration.ofMillis(250), new MicroDollars(800));
    var bench = new Bench(limits);
    var grants = new ConcurrentLinkedQueue<Grant>();
    run(() -> {
      for (int turn = 0; turn < 200; turn++) {
        if (bench.ask(TASK) instanceof Permit.Granted granted) {
          grants.add(granted.grant());
          if (turn % 3 == 0) {
            bench.limiter.sent(granted.grant());
          }
        }
      }
      return true;
    });
    assertThat(grants).hasSize(80);
    assertThat(grants.stream().map(Grant::number).distinct()).hasSize(80);
  }

  @Test
  void what_all_give_back_or_settle_is_free_in_the_end() throws Exception {
    var bench = new Bench(Bench.rpm(100));
    bench.limiter.onRelease(() -> bench.limiter.state(Bench.KEY));
    run(() -> {
      for (int turn = 0; turn < 500; turn++) {
        if (bench.ask(TASK) instanceof Permit.Granted granted) {
          bench.limiter.giveBack(granted.grant());
        }
      }
      return true;
    });
    assertThat(bench.limit(LimitKind.REQUESTS_PER_MINUTE).used()).isZero();
  }
}
