package dev.depict.bootstrap.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example for shells, run with the packaged program. */
class ShellExampleIT {
  private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void a_shell_ingests_watches_breaks_off_resumes_and_misses_nothing() throws Exception {
    try (var server = Program.serve(folder.resolve("data"))) {
      List<String> lines = run(server.address());

      List<String> tasks = tasks("ingested", lines);
      assertThat(tasks).hasSize(3).doesNotHaveDuplicates();
      assertThat(tasks("event", lines)).containsExactlyInAnyOrderElementsOf(tasks);
      assertThat(lines).filteredOn(line -> line.startsWith("break ")).hasSize(1);
      assertThat(lines.getLast()).startsWith("answer ").hasSizeGreaterThan(10);
    }
  }

  private static List<String> tasks(String kind, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(kind + " "))
        .map(line -> line.split(" ", -1)[1])
        .toList();
  }

  private List<String> run(String address) throws Exception {
    var command =
        new ProcessBuilder(
            "bash",
            HOUSE.resolve("examples/shell/ingest-and-watch.sh").toString(),
            address,
            HOUSE.resolve("samples/map.gif").toString(),
            HOUSE.resolve("samples/slide.png").toString(),
            HOUSE.resolve("samples/bar-chart.png").toString());
    command.environment().put("DEPICT", launcher().toString());
    Path errors = folder.resolve("errors");
    Process process = command.redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return out.lines().toList();
  }

  /** The program as it is packaged by now; {@code ./depict} would build it anew. */
  private Path launcher() throws Exception {
    Path launcher =
        Files.writeString(
            folder.resolve("depict"),
            """
            #!/usr/bin/env bash
            . "%s"
            launch_depict "%s" "%s" "$@"
            """
                .formatted(
                    HOUSE.resolve("build-support/launch"),
                    System.getProperty("java.home"),
                    Path.of("target").toAbsolutePath()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    return launcher;
  }
}
