package dev.depict.bootstrap.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller whose deadline is shorter than the provider takes. */
class SlowProviderTest {
  @TempDir Path folder;

  @Test
  void a_caller_gets_the_task_as_it_stands_before_the_deadline_and_the_answer_by_waiting()
      throws Exception {
    EmulatorSettings slow =
        EmulatorSettings.of(InstantSource.system())
            .withKeys(GeminiHouse.KEY)
            .withThinking(Duration.ofSeconds(10));
    try (GeminiEmulator emulator = GeminiEmulator.start(slow);
        var house = GeminiHouse.open(folder.resolve("data"), emulator, Map.of())) {
      // The first call of a process takes longer than the others.
      var _ = house.ingest(GeminiHouse.picture(2));

      IngestResponse response =
          house
              .tasks()
              .withDeadlineAfter(2, TimeUnit.SECONDS)
              .ingest(GeminiHouse.picture(3).setMode(IngestMode.INGEST_MODE_SYNC).build());

      assertThat(response.getDone()).isFalse();
      assertThat(response.getTask().getStatus()).isEqualTo(TaskStatus.TASK_STATUS_PROCESSING);

      Task task = house.end(response.getTask());
      assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_COMPLETED);
      assertThat(task.getAttemptsList()).hasSize(1);
    }
  }
}
