package dev.depict.bootstrap.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Timestamp;
import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.proto.v1.Filter;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.ListTasksResponse;
import dev.depict.proto.v1.PauseQueueRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.testkit.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When tasks may be expected to be finished, and when they are. */
class FinishTimeTest {
  private static final int TASKS = 20;

  /** Of six places in the minute, a third is kept for callers. */
  private static final int AT_ONCE = 4;

  private static final Duration TURN = Duration.ofSeconds(10);

  /** Calls take real time while the clock goes on by seconds. */
  private static final TemporalUnitOffset NEARLY = within(30, ChronoUnit.SECONDS);

  @TempDir Path data;

  private final SettableClock clock = new SettableClock();

  @Test
  void the_end_of_a_task_of_a_filter_and_of_the_queue_are_foretold_about_right() throws Exception {
    try (GeminiEmulator emulator = GeminiEmulator.start(EmulatorSettings.of(clock));
        var house = house(emulator)) {
      List<Task> tasks =
          IntStream.range(0, TASKS)
              .mapToObj(i ->
                  house.ingest(
                      GeminiHouse.picture(i + 1).addLabels(i < TASKS / 2 ? "first" : "second")))
              .toList();
      house.until(tasks.get(AT_ONCE - 1), FinishTimeTest::isDone);

      Instant told = instant(house.task(tasks.getLast().getName()).getEstimatedFinishTime());
      assertThat(told).isCloseTo(clock.instant().plus(TURN.multipliedBy(TASKS - AT_ONCE)), NEARLY);
      assertThat(instant(house.queue().getEstimatedFinishTime())).isEqualTo(told);
      assertThat(house.queue().getQuotaKeys(0).getPendingCount()).isEqualTo(TASKS - AT_ONCE);
      assertThat(instant(list(house, "first").getEstimatedFinishTime()))
          .isCloseTo(told.minus(TURN.multipliedBy(TASKS / 2)), within(1, ChronoUnit.SECONDS));
      assertThat(list(house, "none").hasEstimatedFinishTime()).isFalse();

      for (int i = AT_ONCE; i < TASKS; i++) {
        while (!isDone(house.task(tasks.get(i).getName()))) {
          clock.advance(Duration.ofSeconds(1));
          Thread.sleep(5); // Calls take real time, however the clock is set.
        }
      }
      assertThat(clock.instant()).isCloseTo(told, NEARLY);
    }
  }

  @Test
  void nobody_knows_when_a_paused_queue_is_done() {
    try (GeminiEmulator emulator = GeminiEmulator.start(EmulatorSettings.of(clock));
        var house = house(emulator)) {
      house.queues().pauseQueue(PauseQueueRequest.getDefaultInstance());
      Task task = house.ingest(GeminiHouse.picture(1).addLabels("first"));

      assertThat(house.task(task.getName()).hasEstimatedFinishTime()).isFalse();
      assertThat(house.queue().hasEstimatedFinishTime()).isFalse();
      assertThat(list(house, "first").hasEstimatedFinishTime()).isFalse();
    }
  }

  private GeminiHouse house(GeminiEmulator emulator) {
    return GeminiHouse.open(data, emulator, Map.of("quota.rpm", "6"), clock);
  }

  private static ListTasksResponse list(GeminiHouse house, String label) {
    return house
        .tasks()
        .listTasks(
            ListTasksRequest.newBuilder()
                .setFilter(Filter.newBuilder().addLabels(label))
                .setEstimateFinish(true)
                .build());
  }

  private static boolean isDone(Task task) {
    return task.getStatus() == TaskStatus.TASK_STATUS_COMPLETED;
  }

  private static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
