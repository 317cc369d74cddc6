package dev.depict.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.depict.emulator.model.TokenTruth;
import dev.depict.emulator.quota.Counting;
import dev.depict.emulator.quota.Limits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgramTest {
  private final SettableTime time = new SettableTime("2026-11-23T20:00:00Z");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Main.run(List.of(arguments), new PrintStream(out), new PrintStream(err), time);
  }

  @Test
  void all_options_are_understood() {
    EmulatorSettings settings =
        CommandLine.read(
            List.of(
                "--listen",
                "127.0.0.1:0",
                "--key",
                "a",
                "--key",
                "b",
                "--rpm",
                "15",
                "--tpm",
                "250000",
                "--rpd",
                "500",
                "--counting",
                "bucket",
                "--no-details",
                "--keep",
                "--network",
                "20..80",
                "--latency",
                "300",
                "--tokens",
                "gemini-2.5-flash=1.13~0.05",
                "--seed",
                "7"),
            time);

    assertThat(settings.listen().getPort()).isZero();
    assertThat(settings.keys()).containsExactlyInAnyOrder("a", "b");
    assertThat(settings.limits())
        .isEqualTo(
            Limits.none()
                .withRequestsPerMinute(15)
                .withInputTokensPerMinute(250_000)
                .withRequestsPerDay(500)
                .countedBy(Counting.TOKEN_BUCKET)
                .withoutDetails());
    assertThat(settings.keepsSent()).isTrue();
    assertThat(settings.models())
        .filteredOn(model -> !model.truth().equals(TokenTruth.PUBLISHED))
        .singleElement()
        .satisfies(model -> {
          assertThat(model.name()).isEqualTo("gemini-2.5-flash");
          assertThat(model.truth()).isEqualTo(new TokenTruth(1.13, 0.05));
        });
    assertThat(settings.seed()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--frobnicate",
        "--rpm",
        "--rpm many",
        "--rpm 0",
        "--counting daily",
        "--listen 8080",
        "--network 9..1",
        "--tokens gemini-2.5-flash",
        "--tokens gemini-2.5-flash=0",
        "--tokens gemini-0=1.13",
        "--listen no-such-host.invalid:80"
      })
  void an_argument_that_is_not_understood_is_named(String line) {
    List<String> arguments = List.of(line.split(" ", -1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandLine.read(arguments, time))
        .withMessageContaining(arguments.getFirst());
    assertThat(run(line.split(" ", -1))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("emulator: ").contains("--help");
  }

  @Test
  void help_is_given() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--rpm N");
  }

  @Test
  void a_port_that_is_taken_is_said() {
    try (GeminiEmulator first = GeminiEmulator.start(EmulatorSettings.of(time))) {
      assertThat(run("--listen", first.baseUrl().getAuthority())).isEqualTo(1);
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot listen on", "--listen");
  }

  @Test
  void a_signal_stops_it_in_order() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                System.getProperty("jdk.module.path"),
                "-m",
                "dev.depict.emulator/dev.depict.emulator.Main",
                "--listen",
                "127.0.0.1:0")
            .redirectErrorStream(true)
            .start();
    try (var said = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).startsWith("Gemini stand-in on http://127.0.0.1:");
      assertThat(said.readLine()).endsWith("GEMINI_API_KEY=any ./depict ingest pictures/");
      assertThat(said.readLine()).endsWith("/emulator/summary");
      // Other than Process.destroy, this leaves its output open.
      process.toHandle().destroy();

      assertThat(said.readLine()).isEqualTo("Stopped. Calls: {}");
      assertThat(process.waitFor()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void it_tells_how_to_use_it_and_runs_until_it_is_stopped() {
    Thread.currentThread().interrupt();

    assertThat(run("--listen", "127.0.0.1:0")).isZero();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("GEMINI_BASE_URL=http://127.0.0.1:");
  }
}
