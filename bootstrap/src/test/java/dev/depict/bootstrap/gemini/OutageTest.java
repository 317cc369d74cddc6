package dev.depict.bootstrap.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.emulator.book.Arrival;
import dev.depict.emulator.fault.Fault;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.testkit.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that is out of order for a while. */
class OutageTest {
  private static final Duration OUTAGE = Duration.ofMinutes(10);

  /** Those under way when the circuit opens, and one now and then. */
  private static final int A_HANDFUL = 12;

  @TempDir Path data;

  @Test
  void ten_minutes_of_503_fail_nothing_and_cost_a_handful_of_calls() throws Exception {
    var clock = new SettableClock();
    try (GeminiEmulator emulator = GeminiEmulator.start(EmulatorSettings.of(clock))) {
      emulator.faults().during(OUTAGE, Fault.UNAVAILABLE);
      Instant end = clock.instant().plus(OUTAGE);
      try (var house = GeminiHouse.open(data, emulator, Map.of("worker.concurrency", "4"), clock)) {
        List<Task> tasks =
            IntStream.rangeClosed(1, 100)
                .mapToObj(code -> house.ingest(GeminiHouse.picture(code)))
                .toList();

        while (clock.instant().isBefore(end.plus(Duration.ofMinutes(10))) && !allDone(house)) {
          clock.advance(Duration.ofSeconds(1));
          Thread.sleep(10); // Calls take real time, however the clock is set.
        }

        for (Task task : tasks) {
          Task ended = house.task(task.getName());
          assertThat(ended.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_COMPLETED);
          assertThat(ended.getCountedFailureCount()).isZero();
        }
        List<Arrival> refused =
            emulator.books().arrivals().stream().filter(call -> !call.answered()).toList();
        assertThat(refused).hasSizeBetween(5, A_HANDFUL);
        assertThat(emulator.books().answered().count()).isEqualTo(100);
        Instant back =
            emulator.books().answered().arrivals().stream()
                .map(Arrival::time)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(back).isBetween(end, end.plus(Duration.ofMinutes(5)));
      }
    }
  }

  private static boolean allDone(GeminiHouse house) {
    return house.queue().getCountsList().stream()
        .allMatch(count -> count.getStatus() == TaskStatus.TASK_STATUS_COMPLETED);
  }
}
