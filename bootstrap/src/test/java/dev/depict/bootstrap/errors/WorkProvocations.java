package dev.depict.bootstrap.errors;

import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.fault.Faults;
import dev.depict.proto.v1.DeleteTaskRequest;
import dev.depict.proto.v1.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What the work of a task forbids; a provider that never answers. */
final class WorkProvocations implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** More than a small picture costs, less than two long texts beside it. */
  private static final String TOKENS_PER_MINUTE = "3500";

  private final GeminiEmulator emulator =
      GeminiEmulator.start(EmulatorSettings.of(InstantSource.system()));
  private final House house;

  WorkProvocations(Path data) {
    emulator.faults().onNext(Faults.ALWAYS, Fault.HANG);
    house =
        new House(
            data,
            Map.of(
                "analyzer", "gemini",
                "gemini.api-key", "any",
                "gemini.base-url", emulator.baseUrl().toString(),
                "quota.tpm", TOKENS_PER_MINUTE,
                "worker.enabled", "true"));
  }

  @Override
  public void close() {
    house.close();
    emulator.close();
  }

  List<Provocation> all() {
    return List.of(
        new Provocation(
            "TASK_RUNNING",
            "deleting a task that is being analyzed",
            "`DeleteTask` while the provider is asked",
            this::deleteRunning),
        new Provocation(
            "QUESTION_TOO_LARGE",
            "more input tokens than a whole minute allows",
            "`Ingest` with two long texts where `quota.tpm` is " + TOKENS_PER_MINUTE,
            () ->
                house.ingest(
                    House.picture(2)
                        .setUserPrompt("why ".repeat(2_000))
                        .setContextText("thus ".repeat(1_600)))));
  }

  private void deleteRunning() throws InterruptedException {
    Task task = house.ingest(House.picture(1));
    if (!emulator.awaitArrivals(1, PATIENCE)) {
      throw new AssertionError("the provider was not asked");
    }
    house.tasks().deleteTask(DeleteTaskRequest.newBuilder().setName(task.getName()).build());
  }
}
