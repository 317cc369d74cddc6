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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client in Python, which knows nothing but the contract. */
@Tag("foreign")
class PythonExampleTest {
  private static final int PICTURES = 5;

  @TempDir Path folder;

  @Test
  void python_ingests_watches_breaks_off_resumes_and_misses_nothing() throws Exception {
    try (GeminiEmulator emulator = GeminiHouse.emulator();
        var house = GeminiHouse.open(folder.resolve("data"), emulator, Map.of())) {
      List<JsonNode> lines = run(house.address());

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
      assertThat(last.path("answer").path("altText").asText()).contains("code 1");
      assertThat(last.path("answer").path("keywords").size()).isBetween(5, 10);
    }
  }

  private static Stream<JsonNode> of(String kind, List<JsonNode> lines) {
    return lines.stream().filter(line -> line.path("kind").asText().equals(kind));
  }

  private List<JsonNode> run(String address) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--json", address));
    for (int code = 1; code <= PICTURES; code++) {
      Path picture = folder.resolve(code + ".png");
      arguments.add(Files.write(picture, PixelCode.png(code, 64, 64)).toString());
    }
    var json = new ObjectMapper();
    var lines = new ArrayList<JsonNode>();
    try (var python = ForeignProgram.start(folder, "python/ingest_and_watch.py", arguments)) {
      for (String line : python.lines()) {
        lines.add(json.readTree(line));
      }
    }
    return lines;
  }
}
