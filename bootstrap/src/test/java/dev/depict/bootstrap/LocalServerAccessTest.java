package dev.depict.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.cli.port.ServerAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command is told about its connection to a server elsewhere. */
class LocalServerAccessTest {
  @TempDir Path folder;
  private Path token;

  @BeforeEach
  void write_a_token() throws IOException {
    token = Files.writeString(folder.resolve("token"), "a-token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"depict.example:50051", "192.0.2.7:1", "localhost.example:1", "[2001:db8::1]:9"})
  void a_token_that_leaves_the_machine_without_tls_is_warned_of(String server) {
    assertThat(notices(server, Map.of("token.file", token.toString())))
        .singleElement()
        .asString()
        .contains(server, "unencrypted", "--tls-ca");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:50051", "127.0.0.1:50051", "127.1.2.3:1", "[::1]:50051"})
  void a_token_that_stays_on_the_machine_is_not(String server) {
    assertThat(notices(server, Map.of("token.file", token.toString()))).isEmpty();
  }

  @Test
  void neither_is_one_that_is_encrypted_nor_a_caller_without_a_token() {
    assertThat(
            notices(
                "depict.example:50051", Map.of("token.file", token.toString(), "tls.ca", "system")))
        .isEmpty();
    assertThat(notices("depict.example:50051", Map.of())).isEmpty();
  }

  private List<String> notices(String server, Map<String, String> settings) {
    var access =
        new LocalServerAccess(Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString()));
    try (ServerAccess.Connection connection =
        access.connect(new HashMap<>(settings), Optional.of(server))) {
      return connection.notices();
    }
  }
}
