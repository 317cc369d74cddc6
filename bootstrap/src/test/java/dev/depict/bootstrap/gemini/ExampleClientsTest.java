package dev.depict.bootstrap.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.emulator.picture.PixelCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients in other languages, which know nothing but the contract. */
@Tag("foreign")
class ExampleClientsTest {
  private static final int PICTURES = 5;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"node/ingest-and-watch.mjs", "python/ingest_and_watch.py"})
  void a_client_ingests_watches_breaks_off_resumes_and_misses_nothing(String script)
      throws Exception {
    try (GeminiEmulator emulator = GeminiHouse.emulator();
        var house = GeminiHouse.open(folder.resolve("data"), emulator, Map.of())) {
      List<JsonNode> lines = run(script, house.address());

      List<String> tasks = of("ingested", lines).map(line -> line.path("task").asText()).toList();
      assertThat(tasks).hasSize(PICTURES);
      assertThat(of("break", lines)).hasSize(1);
      for (String task : tasks) {
        assertThat(
                of("event", lines)
                    .filter(line -> line.path("task").asText().equals(task))
                    .map(line -> line.path("from").asText() + " " + line.path("to").asText()))
            .containsExactly("NEW PENDING", "PENDING PROCESSING", "PROCESSING COMPLETED");
      }
      JsonNode last = lines.getLast();
      assertThat(last.path("kind").asText()).isEqualTo("answer");
      assertThat(last.path("done").asBoolean()).isTrue();
      JsonNode answer = last.path("answer");
      assertThat(answer.path("altText").asText()).contains("code 1");
      assertThat(answer.path("description").asText()).isNotBlank();
      assertThat(answer.path("keywords").size()).isBetween(5, 10);
      assertThat(answer.path("ocrText").asText()).contains("1");
      assertThat(answer.path("requestedModel").asText()).isEqualTo("gemini-3.5-flash-lite");
      assertThat(answer.path("model").asText()).startsWith("gemini-3.5-flash-lite");
      assertThat(answer.path("usage").path("inputTokens").asLong()).isPositive();
      assertThat(answer.path("costMicroUsd").asLong()).isPositive();
    }
  }

  private static Stream<JsonNode> of(String kind, List<JsonNode> lines) {
    return lines.stream().filter(line -> line.path("kind").asText().equals(kind));
  }

  private List<JsonNode> run(String script, String address) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--json", address));
    for (int code = 1; code <= PICTURES; code++) {
      Path picture = folder.resolve(code + ".png");
      arguments.add(Files.write(picture, PixelCode.png(code, 64, 64)).toString());
    }
    var json = new ObjectMapper();
    var lines = new ArrayList<JsonNode>();
    try (var client = ForeignProgram.start(folder, script, arguments)) {
      for (String line : client.lines()) {
        lines.add(json.readTree(line));
      }
    }
    return lines;
  }
}
