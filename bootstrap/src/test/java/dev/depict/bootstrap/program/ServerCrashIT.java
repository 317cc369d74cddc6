package dev.depict.bootstrap.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskEvent;
import dev.depict.proto.v1.TaskEventType;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.TaskServiceGrpc.TaskServiceBlockingStub;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.TaskView;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import dev.depict.testkit.picture.Pictures;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCrashIT {
  private static final int TASKS = 50;

  @TempDir Path folder;

  @Test
  void after_a_kill_in_the_middle_all_tasks_finish_once_and_a_watcher_misses_nothing()
      throws Exception {
    Path data = folder.resolve("data");
    List<TaskEvent> seen = new ArrayList<>();
    Set<String> acknowledged = new HashSet<>();
    String resume;
    String programs = aReaderThatTakesItsTime() + ":" + System.getenv("PATH");
    try (var server = Program.serve(Map.of("PATH", programs), data);
        var client = new Client(server.address())) {
      Iterator<WatchTasksResponse> watch =
          client.tasks.watchTasks(WatchTasksRequest.getDefaultInstance());
      resume = watch.next().getMark().getResumeToken();
      for (int number = 0; number < TASKS; number++) {
        acknowledged.add(client.ingest(number));
      }
      resume =
          follow(watch, seen, resume, () -> count(seen, completed()) >= 5 && isOneRunning(seen));
      assertThat(count(seen, completed())).isLessThan(TASKS);
      server.kill();
      resume = followToTheEnd(watch, seen, resume);
    }

    try (var server = Program.serve(data);
        var client = new Client(server.address())) {
      Iterator<WatchTasksResponse> watch =
          client.tasks.watchTasks(WatchTasksRequest.newBuilder().setResumeToken(resume).build());
      follow(watch, seen, resume, () -> count(seen, completed()) == TASKS);

      assertThat(acknowledged).hasSize(TASKS);
      for (String name : acknowledged) {
        Task task = client.get(name);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_COMPLETED);
        assertThat(task.getAnswer().getAltText()).isNotBlank();
      }
    }
    assertThat(seen.stream().map(TaskEvent::getResumeToken)).doesNotHaveDuplicates();
    Map<String, List<TaskEventType>> lives = new HashMap<>();
    seen.forEach(event ->
        lives
            .computeIfAbsent(event.getTask().getName(), _ -> new ArrayList<>())
            .add(event.getType()));
    assertThat(lives.keySet()).isEqualTo(acknowledged);
    assertThat(lives.values())
        .allSatisfy(life ->
            assertThat(String.join(" ", life.stream().map(Enum::name).toList()))
                .matches(
                    "TASK_EVENT_TYPE_CREATED(?: TASK_EVENT_TYPE_STARTED"
                        + " TASK_EVENT_TYPE_GIVEN_BACK)?"
                        + " TASK_EVENT_TYPE_STARTED TASK_EVENT_TYPE_COMPLETED"));
    assertThat(lives.values().stream().filter(life -> life.size() == 5))
        .as("tasks that ran when the server was killed")
        .isNotEmpty();
  }

  /** In place of Tesseract, so that attempts take a while on every machine. */
  private Path aReaderThatTakesItsTime() throws IOException {
    Path programs = Files.createDirectory(folder.resolve("programs"));
    Path reader = programs.resolve("tesseract");
    Files.writeString(
        reader,
        """
        #!/bin/sh
        if [ "$1" = --list-langs ]; then echo eng; exit; fi
        cat >/dev/null
        sleep 0.3
        """);
    assertThat(reader.toFile().setExecutable(true)).isTrue();
    return programs;
  }

  private static boolean isOneRunning(List<TaskEvent> events) {
    return events.getLast().getType() == TaskEventType.TASK_EVENT_TYPE_STARTED;
  }

  private static TaskEventType completed() {
    return TaskEventType.TASK_EVENT_TYPE_COMPLETED;
  }

  private static long count(List<TaskEvent> events, TaskEventType type) {
    return events.stream().filter(event -> event.getType() == type).count();
  }

  private interface Condition {
    boolean holds();
  }

  private static String follow(
      Iterator<WatchTasksResponse> watch, List<TaskEvent> seen, String resume, Condition end) {
    String last = resume;
    while (!end.holds()) {
      last = take(watch.next(), seen, last);
    }
    return last;
  }

  /** Takes what had arrived before the connection broke. */
  private static String followToTheEnd(
      Iterator<WatchTasksResponse> watch, List<TaskEvent> seen, String resume) {
    String last = resume;
    try {
      while (watch.hasNext()) {
        last = take(watch.next(), seen, last);
      }
    } catch (StatusRuntimeException e) {
      assertThat(e.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.UNAVAILABLE);
    }
    return last;
  }

  private static String take(WatchTasksResponse response, List<TaskEvent> seen, String last) {
    if (!response.hasEvent()) {
      return response.hasMark() ? response.getMark().getResumeToken() : last;
    }
    seen.add(response.getEvent());
    return response.getEvent().getResumeToken();
  }

  private static final class Client implements AutoCloseable {
    private final ManagedChannel channel;
    private final TaskServiceBlockingStub tasks;

    Client(String address) {
      channel = ManagedChannelBuilder.forTarget(address).usePlaintext().build();
      tasks = TaskServiceGrpc.newBlockingStub(channel).withDeadlineAfter(120, TimeUnit.SECONDS);
    }

    String ingest(int number) {
      return tasks
          .ingest(
              IngestRequest.newBuilder()
                  .setContent(ByteString.copyFrom(Pictures.png(number, 640, 480)))
                  .setMode(IngestMode.INGEST_MODE_ASYNC)
                  .build())
          .getTask()
          .getName();
    }

    Task get(String name) {
      return tasks
          .getTask(
              GetTaskRequest.newBuilder().setName(name).setView(TaskView.TASK_VIEW_FULL).build())
          .getTask();
    }

    @Override
    public void close() {
      channel.shutdownNow();
    }
  }
}
