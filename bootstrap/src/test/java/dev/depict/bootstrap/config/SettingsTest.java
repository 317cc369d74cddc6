package dev.depict.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Key.class)
  void every_default_is_valid_and_has_one_name_in_all_places(Key key) {
    assertThat(Settings.read(Map.of(), Map.of())).isNotNull();
    assertThat(key.property()).matches("[a-z]+([.-][a-z]+)*");
    assertThat(key.flag()).isEqualTo("--" + key.property().replace('.', '-'));
    assertThat(key.variable()).matches("DEPICT_[A-Z_]+");
  }

  @Test
  void a_flag_beats_the_environment_which_beats_the_file_which_beats_the_default()
      throws IOException {
    Path file = folder.resolve("depict.properties");
    Files.writeString(
        file, "queue.max-pending = 10\nretry.max-attempts = 20\nworker.concurrency = 30\n");
    var environment =
        Map.of(
            "DEPICT_CONFIG", file.toString(),
            "DEPICT_RETRY_MAX_ATTEMPTS", "21",
            "DEPICT_WORKER_CONCURRENCY", "31");

    Settings settings = Settings.read(Map.of("worker.concurrency", "32"), environment);

    assertThat(settings.maxPending()).isEqualTo(10);
    assertThat(settings.retries().maxAttempts()).isEqualTo(21);
    assertThat(settings.worker().concurrency()).contains(32);
    assertThat(settings.retries().baseDelay()).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({
    "queue.max-pending, abc, from 1 to 100000000",
    "queue.max-pending, 0, from 1 to 100000000",
    "retry.base-delay, 5 apples, is not a duration",
    "retry.max-delay, 1ms, is shorter than",
    "server.listen, nonsense, is not host:port",
    "server.listen, 127.0.0.1:70000, is not host:port",
    "server.listen, 0.0.0.0:50051, server.tokens-file",
    "server.tls-certificate, /x.pem, is half of it",
    "server.tls-client-ca, /x.pem, needs server.tls-certificate",
    "server.max-bytes-in-flight-mib, 1, is less than one message",
    "server.insecure, perhaps, is neither true nor false",
    "analyzer, wizard, 'auto, gemini, offline'",
    "answer.language, not_a_language!, BCP 47",
    "analyzer, gemini, needs a key",
    "quota.rpm, 0, from 1 to 100000",
    "quota.guard, 2m, is not from 0s to 60s",
    "budget.usd-per-day, lots, is not an amount of dollars",
    "budget.usd-per-day, -1, is not an amount of dollars",
    "gemini.base-url, ftp://example.org, is not an address",
    "gemini.timeout, 0s, is not from 1s",
    "worker.enabled, perhaps, is neither true nor false",
  })
  void what_cannot_be_used_is_named_with_value_and_origin(
      String name, String value, String problem) {
    assertThatThrownBy(() -> Settings.read(Map.of(name, value), Map.of()))
        .isInstanceOf(ConfigurationError.class)
        .hasMessageContaining(name)
        .hasMessageContaining(value)
        .hasMessageContaining(problem)
        .hasMessageContaining("flag --");
  }

  @Test
  void other_machines_are_let_in_with_tls_and_a_way_to_know_them_or_when_somebody_insists() {
    var open = new HashMap<>(Map.of("server.listen", "0.0.0.0:50051"));
    open.put("server.tokens-file", "/tokens");
    assertThatThrownBy(() -> Settings.read(open, Map.of())).hasMessageContaining("tls-certificate");

    open.put("server.tls-certificate", "/server.crt");
    open.put("server.tls-key", "/server.key");
    assertThat(Settings.read(open, Map.of()).server().tokens()).isPresent();

    open.remove("server.tokens-file");
    assertThatThrownBy(() -> Settings.read(open, Map.of())).hasMessageContaining("tls-client-ca");
    open.put("server.tls-client-ca", "/ca.crt");
    assertThat(Settings.read(open, Map.of()).server().tls()).isPresent();

    var insisting = Map.of("server.listen", "0.0.0.0:50051", "server.insecure", "true");
    assertThat(Settings.read(insisting, Map.of()).server().tls()).isEmpty();
  }

  @Test
  void commands_find_their_credentials_by_flag_and_by_environment() {
    var flags = Map.of("tls.ca", "system");
    var environment = Map.of("DEPICT_TOKEN_FILE", "/run/token");

    var credentials = ClientSettings.read(flags, environment).credentials();

    assertThat(credentials.tls()).isTrue();
    assertThat(credentials.ca()).isEmpty();
    assertThat(credentials.tokenFile()).contains(Path.of("/run/token"));
    assertThatThrownBy(() -> ClientSettings.read(Map.of("tls.key", "/k"), Map.of()))
        .isInstanceOf(ConfigurationError.class)
        .hasMessageContaining("tls.certificate");
  }

  @Test
  void the_key_of_gemini_is_known_by_its_common_names_and_never_shown() throws IOException {
    var environment = Map.of("GEMINI_API_KEY", "secret-key", "GEMINI_BASE_URL", "http://here:1");

    Settings settings = Settings.read(Map.of(), environment);

    assertThat(settings.gemini().apiKey()).contains("secret-key");
    assertThat(settings.gemini().baseUrl()).hasToString("http://here:1");
    assertThat(settings.toString()).doesNotContain("secret-key");
    assertThat(Configuration.read(Map.of(), environment).lines())
        .noneMatch(line -> line.contains("secret-key"))
        .anyMatch(line -> line.contains("gemini.api-key") && line.contains("GEMINI_API_KEY"));
  }

  @Test
  void our_own_variable_beats_the_common_one() {
    var environment = Map.of("GEMINI_API_KEY", "common", "DEPICT_GEMINI_API_KEY", "own");

    assertThat(Settings.read(Map.of(), environment).gemini().apiKey()).contains("own");
  }

  @Test
  void a_budget_is_read_to_the_millionth_of_a_dollar() {
    assertThat(
            Settings.read(Map.of("budget.usd-per-day", "2.000001"), Map.of())
                .quota()
                .budget()
                .orElseThrow()
                .value())
        .isEqualTo(2_000_001);
  }

  @Test
  void an_unknown_name_in_the_file_is_refused() throws IOException {
    Path file = folder.resolve("depict.properties");
    Files.writeString(file, "queue.max-pendin = 10\n");

    assertThatThrownBy(() -> Settings.read(Map.of(), Map.of("DEPICT_CONFIG", file.toString())))
        .isInstanceOf(ConfigurationError.class)
        .hasMessageContaining("queue.max-pendin");
  }

  @Test
  void the_configuration_is_shown_with_origins() {
    assertThat(Configuration.read(Map.of("analyzer", "offline"), Map.of()).lines())
        .anyMatch(line -> line.matches("analyzer +.*offline.*flag --analyzer.*"))
        .anyMatch(line -> line.matches("queue.max-pending +.*default.*"));
  }
}
