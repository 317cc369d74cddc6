package dev.depict.bootstrap.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.WaitTaskRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that bring no deadline, on a server that gives them a second. */
class DefaultDeadlineTest {
  private static final int PATIENCE_SECONDS = 60;
  private static final int LONG = 3_600;

  @TempDir Path data;
  private House house;

  @BeforeEach
  void serve() {
    // Without a key tasks wait for one, so that nothing is answered.
    house =
        new House(
            data,
            Map.of("server.default-deadline", "1s", "analyzer", "auto", "worker.enabled", "true"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void waiting_ends_before_the_deadline_that_the_server_gives() throws Exception {
    Task task = house.ingest(House.picture(1));

    var waited =
        TaskServiceGrpc.newFutureStub(house.channel)
            .waitTask(
                WaitTaskRequest.newBuilder()
                    .setName(task.getName())
                    .setMaxWait(Durations.fromSeconds(LONG))
                    .build())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);

    assertThat(waited.getDone()).isFalse();
    assertThat(waited.getTask().getName()).isEqualTo(task.getName());
  }

  @Test
  void an_ingest_that_waits_is_answered_before_it_and_its_task_is_kept() throws Exception {
    var ingested =
        TaskServiceGrpc.newFutureStub(house.channel)
            .ingest(
                House.picture(2)
                    .setMode(IngestMode.INGEST_MODE_SYNC)
                    .setMaxWait(Durations.fromSeconds(LONG))
                    .build())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);

    assertThat(ingested.getDone()).isFalse();
    assertThat(
            house
                .tasks()
                .listTasks(dev.depict.proto.v1.ListTasksRequest.getDefaultInstance())
                .getTasksList())
        .extracting(Task::getName)
        .containsExactly(ingested.getTask().getName());
  }
}
