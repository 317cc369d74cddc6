package dev.depict.bootstrap.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.emulator.book.Arrival;
import dev.depict.emulator.book.Sent;
import dev.depict.emulator.picture.PixelCode;
import dev.depict.emulator.picture.SentPicture;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches the provider, as the provider saw it. */
class WitnessTest {
  private static final int TASKS = 200;
  private static final String PROMPT = "Say what the blocks are.";
  private static final String CONTEXT = "A page about blocks.";

  @TempDir Path data;

  /** Every tenth is large, lies on its side and carries metadata. */
  private static IngestRequest picture(int code) {
    byte[] content =
        code % 10 == 0
            ? Sideways.jpeg(PixelCode.draw(code, 2400, 1200))
            : PixelCode.png(code, 64, 48);
    return IngestRequest.newBuilder()
        .setContent(ByteString.copyFrom(content))
        .setSource("secret-name-of-" + code + ".jpg")
        .setUserPrompt(PROMPT)
        .setContextText(CONTEXT)
        .addLabels("secret-label")
        .setMode(IngestMode.INGEST_MODE_ASYNC)
        .build();
  }

  @Test
  void each_answer_tells_of_its_own_picture_and_nothing_else_leaves_the_house() throws Exception {
    try (GeminiEmulator emulator = GeminiHouse.emulator();
        var house = GeminiHouse.open(data, emulator, Map.of("worker.concurrency", "64"))) {
      Map<Integer, Task> tasks = ingestAll(house);

      for (var entry : tasks.entrySet()) {
        Task ended = house.end(entry.getValue());
        assertThat(ended.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_COMPLETED);
        String words = ended.getAnswer().getAltText() + ended.getAnswer().getDescription();
        assertThat(words).containsPattern("code " + entry.getKey() + "(?!\\d)");
      }

      List<Arrival> arrivals = emulator.books().arrivals();
      assertThat(arrivals).hasSize(TASKS).allMatch(Arrival::answered);
      assertThat(arrivals.stream().map(arrival -> arrival.code().orElseThrow()))
          .doesNotHaveDuplicates();
      for (Arrival arrival : arrivals) {
        check(arrival);
      }
    }
  }

  private static Map<Integer, Task> ingestAll(GeminiHouse house) throws Exception {
    try (var callers = Executors.newFixedThreadPool(16)) {
      List<Callable<Task>> calls =
          IntStream.rangeClosed(1, TASKS)
              .mapToObj(
                  code -> (Callable<Task>) () -> house.tasks().ingest(picture(code)).getTask())
              .toList();
      List<Task> tasks = new ArrayList<>();
      for (Future<Task> future : callers.invokeAll(calls)) {
        tasks.add(future.get());
      }
      return IntStream.rangeClosed(1, TASKS)
          .boxed()
          .collect(Collectors.toMap(code -> code, code -> tasks.get(code - 1)));
    }
  }

  private static void check(Arrival arrival) {
    SentPicture picture = arrival.pictures().getFirst();
    assertThat(arrival.pictures()).hasSize(1);
    assertThat(Math.max(picture.width(), picture.height())).isLessThanOrEqualTo(1920);
    assertThat(picture.metadata()).isEmpty();
    if (arrival.code().orElseThrow() % 10 == 0) {
      // As it is seen, not as it lies in the file.
      assertThat(picture.width()).isEqualTo(1920);
      assertThat(picture.height()).isEqualTo(960);
    }
    Sent sent = arrival.sent().orElseThrow();
    assertThat(sent.instruction()).isNotBlank().doesNotContain(PROMPT).doesNotContain(CONTEXT);
    assertThat(sent.text()).contains(PROMPT).contains(CONTEXT);
    assertThat(sent.instruction() + sent.text())
        .doesNotContain("secret-name")
        .doesNotContain("secret-label");
    assertThat(sent.responseMimeType()).isEqualTo("application/json");
    assertThat(sent.schemaFields())
        .containsExactlyInAnyOrder("alt_text", "description", "keywords", "ocr_text");
  }
}
