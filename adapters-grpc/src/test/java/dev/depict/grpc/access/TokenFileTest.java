package dev.depict.grpc.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.domain.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("tokens");
  }

  @Test
  void a_token_is_known_by_its_hash_with_its_scope_and_name() throws IOException {
    write("# people", "", line("one", "write laptop"), "  " + line("two", "read"));
    var tokens = new TokenFile(file);

    assertThat(tokens.find("one")).contains(new Caller("laptop", Scope.WRITE));
    assertThat(tokens.find("two"))
        .hasValueSatisfying(caller -> {
          assertThat(caller.scope()).isEqualTo(Scope.READ);
          assertThat(caller.name()).startsWith("token-");
        });
    assertThat(tokens.find("three")).isEmpty();
    assertThat(tokens.find("")).isEmpty();
  }

  @Test
  void a_changed_file_holds_from_the_next_call_on() throws IOException {
    write(line("one", "write"));
    var tokens = new TokenFile(file);

    write(line("two", "write second"));

    assertThat(tokens.find("one")).isEmpty();
    assertThat(tokens.find("two")).isPresent();
  }

  @Test
  void what_was_read_stays_good_while_the_file_cannot_be_used() throws IOException {
    write(line("one", "write"));
    var tokens = new TokenFile(file);

    write("half a li");
    assertThat(tokens.find("one")).isPresent();

    Files.delete(file);
    assertThat(tokens.find("one")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "# nobody", "canary-token write", "sha256:12 read", "sha256:%s admin"})
  void a_file_that_lets_nobody_in_is_refused_without_showing_what_it_holds(String text)
      throws IOException {
    write(text.formatted("a".repeat(64)));

    assertThatThrownBy(() -> new TokenFile(file))
        .isInstanceOf(TokensUnusable.class)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("canary");
  }

  @Test
  void a_missing_file_is_told() {
    assertThatThrownBy(() -> new TokenFile(file)).hasMessageContaining("cannot be read");
  }

  private void write(String... lines) throws IOException {
    Files.write(file, java.util.List.of(lines));
  }

  private static String line(String token, String rest) {
    byte[] hash = Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    return "sha256:" + HexFormat.of().formatHex(hash) + " " + rest;
  }
}
