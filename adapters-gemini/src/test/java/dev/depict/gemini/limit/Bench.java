package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.LearnedLimits;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.application.port.out.RateLimiter.Grant;
import dev.depict.application.port.out.RateLimiter.Permit;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.WaitReason;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.memory.InMemoryStore;
import dev.depict.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A limiter with its clock, its book, and short words for what tests do with them. */
final class Bench {
  static final Duration SPAN = Duration.ofMillis(60_250);
  static final QuotaKey KEY = TaskFixtures.KEY;

  final SettableClock clock;
  final RecordedUsage book;
  final LearnedLimits learned;
  final GeminiRateLimiter limiter;
  final QuotaGauge gauge;
  boolean hasCredential = true;
  int releases;

  Bench(LimiterSettings settings) {
    this(settings, new SettableClock(), new RecordedUsage());
  }

  Bench(LimiterSettings settings, SettableClock clock, RecordedUsage book) {
    this(settings, clock, book, new InMemoryStore(clock).learned());
  }

  private Bench(
      LimiterSettings settings, SettableClock clock, RecordedUsage book, LearnedLimits learned) {
    this.clock = clock;
    this.book = book;
    this.learned = learned;
    this.limiter =
        new GeminiRateLimiter(settings, book, learned, clock.ticker(), clock, () -> hasCredential);
    this.gauge = limiter.gauge();
    limiter.onRelease(() -> releases++);
  }

  /** A new process over the same books. */
  Bench restarted(LimiterSettings settings) {
    return new Bench(settings, clock, book, learned);
  }

  static LimiterSettings rpm(int rpm) {
    return new LimiterSettings(rpm, 0, 0, Duration.ofMillis(250), MicroDollars.ZERO);
  }

  static LimiterSettings tpm(long tpm) {
    return new LimiterSettings(1000, tpm, 0, Duration.ofMillis(250), MicroDollars.ZERO);
  }

  static LimiterSettings rpd(long rpd) {
    return new LimiterSettings(1000, 0, rpd, Duration.ofMillis(250), MicroDollars.ZERO);
  }

  static LimiterSettings budget(long microDollars) {
    return new LimiterSettings(1000, 0, 0, Duration.ofMillis(250), new MicroDollars(microDollars));
  }

  /** A task whose caller waits, and that does not name its model. */
  static Task task(String source) {
    return task(source, KEY);
  }

  /** A task; it names its model unless the key is {@link #KEY}. */
  static Task task(String source, QuotaKey key) {
    var ingested =
        new InMemoryStore(new SettableClock())
            .tasks()
            .ingest(List.of(TaskFixtures.newTask(source).on(key).in(Lane.INTERACTIVE).build()));
    return ((Ingested.Created) ingested.getFirst()).task();
  }

  /** The same task with another estimate. */
  static Task taking(long tokens, long microDollars, Task task) {
    return new Task(
        task.id(),
        task.origin(),
        task.media(),
        task.question(),
        new Estimate(task.estimate().key(), tokens, new MicroDollars(microDollars)),
        task.lane(),
        task.supersedes(),
        task.progress(),
        task.reused(),
        task.answer(),
        task.failure());
  }

  /** How many keys the limiter knows. */
  long keys() {
    return limiter.keys();
  }

  /** A caller's request. */
  Permit ask(Task task) {
    return limiter.acquire(task, 1);
  }

  Grant granted(Task task) {
    Permit permit = ask(task);
    assertThat(permit).isInstanceOf(Permit.Granted.class);
    return ((Permit.Granted) permit).grant();
  }

  WaitReason denied(Task task) {
    Permit permit = ask(task);
    assertThat(permit).isInstanceOf(Permit.Denied.class);
    return ((Permit.Denied) permit).reason();
  }

  Grant sent(Task task) {
    Grant grant = granted(task);
    limiter.sent(grant);
    return grant;
  }

  void call(Task task, Outcome outcome) {
    limiter.settle(sent(task), outcome);
  }

  Instant in(Duration duration) {
    return clock.instant().plus(duration);
  }

  /** When the limit of the minute opens. */
  WaitReason quota(Duration wait) {
    return waiting(WaitReason.Kind.QUOTA, wait);
  }

  WaitReason waiting(WaitReason.Kind kind, Duration wait) {
    return new WaitReason(kind, Optional.of(in(wait)));
  }

  static WaitReason waiting(WaitReason.Kind kind) {
    return new WaitReason(kind, Optional.empty());
  }

  QuotaGauge.Limit limit(LimitKind kind) {
    return gauge.limits(KEY).stream()
        .filter(limit -> limit.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
