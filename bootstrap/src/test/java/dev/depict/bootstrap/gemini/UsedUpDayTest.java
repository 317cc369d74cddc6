package dev.depict.bootstrap.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.quota.PacificDay;
import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.emulator.quota.Limits;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.QuotaLimit;
import dev.depict.proto.v1.QuotaLimitKind;
import dev.depict.proto.v1.QuotaLimitOrigin;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.WaitReason;
import dev.depict.testkit.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider whose day is used up, and that asks to come back in seconds all the same. */
class UsedUpDayTest {
  private static final int ALLOWED = 5;

  @TempDir Path data;

  private GeminiHouse house(SettableClock clock, GeminiEmulator emulator) {
    return GeminiHouse.open(data, emulator, Map.of("worker.concurrency", "1"), clock);
  }

  private static boolean sleeps(Task task) {
    return task.getWait().getReason() == WaitReason.WAIT_REASON_QUOTA_DAY;
  }

  private static Instant until(Task task) {
    return Instant.ofEpochSecond(task.getWait().getUntilTime().getSeconds());
  }

  /**
   * An alarm may have been set while the clock was being moved, and then rings later by as much; so
   * time goes on until it is over.
   */
  private static boolean timeGoesOnAndItIsOver(Task task, SettableClock clock) {
    clock.advance(Duration.ofMinutes(1));
    return task.getStatus() != TaskStatus.TASK_STATUS_PENDING
        && task.getStatus() != TaskStatus.TASK_STATUS_PROCESSING;
  }

  /** Also on the days on which the clocks of Los Angeles change. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-07-01T19:00:00Z", "2026-03-08T09:00:00Z", "2026-11-01T08:00:00Z"})
  void nothing_is_sent_until_midnight_in_los_angeles_and_everything_after_it(String start)
      throws Exception {
    var clock = new SettableClock(Instant.parse(start));
    Instant midnight = PacificDay.end(clock.instant());
    Limits limits = Limits.none().withRequestsPerDay(ALLOWED);
    try (GeminiEmulator emulator =
        GeminiEmulator.start(EmulatorSettings.of(clock).withLimits(limits))) {
      List<Task> tasks;
      int calls;
      try (var house = house(clock, emulator)) {
        tasks =
            IntStream.rangeClosed(1, 2 * ALLOWED - 1)
                .mapToObj(code -> house.ingest(GeminiHouse.picture(code)))
                .toList();
        Task last = house.until(tasks.getLast(), UsedUpDayTest::sleeps);
        assertThat(until(last)).isEqualTo(midnight);
        calls = emulator.books().arrivals().size();
        assertThat(calls).isEqualTo(ALLOWED + 1);
        assertThat(house.queue().getQuotaKeys(0).getLimitsList())
            .filteredOn(
                limit -> limit.getKind() == QuotaLimitKind.QUOTA_LIMIT_KIND_REQUESTS_PER_DAY)
            .singleElement()
            .satisfies(limit -> assertThat(limit.getLimit()).isEqualTo(ALLOWED))
            .extracting(QuotaLimit::getOrigin)
            .isEqualTo(QuotaLimitOrigin.QUOTA_LIMIT_ORIGIN_LEARNED);

        // The caller is not kept waiting for what is known to take hours.
        var told =
            house
                .tasks()
                .ingest(GeminiHouse.picture(99).setMode(IngestMode.INGEST_MODE_SYNC).build());
        assertThat(told.getDone()).isFalse();
        assertThat(sleeps(told.getTask())).isTrue();
      }

      Duration step = Duration.ofMinutes(7);
      clock.advance(step);
      try (var house = house(clock, emulator)) {
        while (clock.instant().plus(step).isBefore(midnight)) {
          clock.advance(step);
        }
        clock.set(midnight.minusMillis(1));
        assertThat(sleeps(house.task(tasks.getLast().getName()))).isTrue();
        assertThat(emulator.books().arrivals()).hasSize(calls);

        clock.set(midnight);
        for (Task task : tasks) {
          Task ended = house.until(task, one -> timeGoesOnAndItIsOver(one, clock));
          assertThat(ended.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_COMPLETED);
          assertThat(ended.getCountedFailureCount()).isZero();
        }
        assertThat(emulator.books().arrivals().stream().filter(call -> !call.answered()))
            .hasSize(1);
      }
    }
  }
}
