package dev.depict.bootstrap.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.emulator.picture.PixelCode;
import dev.depict.proto.v1.BatchIngestRequest;
import dev.depict.proto.v1.CancelTasksRequest;
import dev.depict.proto.v1.Filter;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.PauseQueueRequest;
import dev.depict.proto.v1.RetryTasksRequest;
import dev.depict.proto.v1.TaskEvent;
import dev.depict.proto.v1.WatchTasksRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients whose connections break all the time, while ten thousand changes happen. */
@Tag("foreign")
class ReconnectingTest {
  private static final int TASKS = 2_500;
  private static final int AT_ONCE = 500;
  private static final int CHANGES = 4 * TASKS;
  private static final Filter OURS = Filter.newBuilder().addLabels("soak").build();

  @TempDir Path folder;

  @Test
  void node_and_python_see_every_change_once_and_in_order() throws Exception {
    try (GeminiEmulator emulator = GeminiHouse.emulator();
        var house = GeminiHouse.open(folder.resolve("data"), emulator, Map.of())) {
      house.queues().pauseQueue(PauseQueueRequest.getDefaultInstance());
      String token =
          house.tasks().listTasks(ListTasksRequest.getDefaultInstance()).getResumeToken();
      var arguments = List.of(house.address(), token, "soak", String.valueOf(CHANGES));
      try (var node = ForeignProgram.start(folder, "node/soak.mjs", arguments);
          var python = ForeignProgram.start(folder, "python/soak.py", arguments)) {
        change(house);

        List<String> happened = happened(house, token);
        assertThat(node.lines()).isEqualTo(happened);
        assertThat(python.lines()).isEqualTo(happened);
        everyTaskWentItsWay(happened);
      }
    }
  }

  /** Each task is created, cancelled, retried and cancelled, and nothing else happens. */
  private static void change(GeminiHouse house) {
    for (int from = 0; from < TASKS; from += AT_ONCE) {
      var batch = BatchIngestRequest.newBuilder();
      for (int i = from; i < from + AT_ONCE; i++) {
        batch.addRequests(
            IngestRequest.newBuilder()
                .setContent(ByteString.copyFrom(PixelCode.png(i, 32, 32)))
                .addLabels("soak"));
      }
      assertThat(house.tasks().batchIngest(batch.build()).getResultsList())
          .allMatch(result -> result.hasTask());
    }
    var cancel = CancelTasksRequest.newBuilder().setFilter(OURS).build();
    assertThat(house.tasks().cancelTasks(cancel).getCancelledCount()).isEqualTo(TASKS);
    var retry = RetryTasksRequest.newBuilder().setFilter(OURS).build();
    assertThat(house.tasks().retryTasks(retry).getRetriedCount()).isEqualTo(TASKS);
    assertThat(house.tasks().cancelTasks(cancel).getCancelledCount()).isEqualTo(TASKS);
  }

  /** What a watcher sees who is never disturbed. */
  private static List<String> happened(GeminiHouse house, String token) {
    var request = WatchTasksRequest.newBuilder().setResumeToken(token).setFilter(OURS).build();
    var stream = house.tasks().watchTasks(request);
    var seen = new ArrayList<String>();
    while (seen.size() < CHANGES) {
      var message = stream.next();
      if (message.hasEvent()) {
        seen.add(line(message.getEvent()));
      }
    }
    return seen;
  }

  private static String line(TaskEvent event) {
    return "%s %s %s"
        .formatted(
            event.getTask().getName(),
            event.getPreviousStatus().name().replace("TASK_STATUS_", ""),
            event.getTask().getStatus().name().replace("TASK_STATUS_", ""));
  }

  private static void everyTaskWentItsWay(List<String> happened) {
    Map<String, String> ways = new HashMap<>();
    for (String line : happened) {
      String[] words = line.split(" ", -1);
      ways.merge(words[0], words[2], (before, now) -> before + " " + now);
    }
    assertThat(ways).hasSize(TASKS);
    assertThat(ways.values()).containsOnly("PENDING CANCELLED PENDING CANCELLED");
  }
}
