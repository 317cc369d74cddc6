package dev.depict.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change that breaks clients of today's contract is noticed. */
@Tag("foreign")
class ContractBreakTest {
  @TempDir Path copy;

  @BeforeEach
  void copy_the_contract() throws IOException {
    Files.copy(Buf.CONTRACT.resolve("buf.yaml"), copy.resolve("buf.yaml"));
    try (Stream<Path> files = Files.walk(Buf.CONTRACT.resolve("src/main/protobuf"))) {
      for (Path file : files.toList()) {
        Files.copy(
            file, Files.createDirectories(copied(file).getParent()).resolve(file.getFileName()));
      }
    }
  }

  private Path copied(Path file) {
    return copy.resolve(Buf.CONTRACT.relativize(file).toString());
  }

  @ParameterizedTest(name = "{1} in place of {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "string source_prefix = 5; | string source_prefix = 9; | filter.proto",
        "string source_prefix = 5; | bytes source_prefix = 5; | filter.proto",
        "string source_prefix = 5; | string prefix_of_source = 5; | filter.proto",
        "string source_prefix = 5; | repeated string source_prefix = 5; | filter.proto",
        "string source_prefix = 5; | '' | filter.proto",
        "LANE_BULK = 3; | LANE_BULK = 4; | lane.proto",
        "LANE_BULK = 3; | LANE_LARGE = 3; | lane.proto",
        "rpc CancelTask(CancelTaskRequest) | rpc AbortTask(CancelTaskRequest) | task_service.proto",
        "returns (stream WatchTasksResponse) | returns (WatchTasksResponse) | task_service.proto"
      })
  void a_change_that_breaks_clients_is_refused(String now, String then, String file)
      throws IOException, InterruptedException {
    Path changed = copy.resolve("src/main/protobuf/depict/v1").resolve(file);
    String text = Files.readString(changed);
    assertThat(text).contains(now);
    Files.writeString(changed, text.replace(now, then));

    Buf.Verdict verdict = Buf.run(copy, List.of("breaking", "--against", Buf.BASELINE.toString()));

    assertThat(verdict.exitCode()).as(verdict.said()).isNotZero();
    assertThat(verdict.said()).contains(file);
  }
}
