package dev.depict.bootstrap.program;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanariesTest {
  private static final String WORD = "canary-5c1f-of-nobody";
  private static final Canaries CANARIES = new Canaries(List.of(WORD));

  @Test
  void a_canary_is_found_as_it_is_and_in_hexadecimal() {
    assertFound("key=" + WORD.toUpperCase(java.util.Locale.ROOT));
    assertFound(HexFormat.of().formatHex(("x" + WORD).getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "12", "123", "1234"})
  void a_canary_is_found_in_base64_wherever_it_stands(String before) {
    byte[] bytes = (before + WORD + " and more").getBytes(StandardCharsets.UTF_8);

    assertFound("data: " + Base64.getEncoder().encodeToString(bytes));
  }

  private static void assertFound(String text) {
    assertThatThrownBy(() -> CANARIES.assertAbsent("a text", text))
        .isInstanceOf(AssertionError.class);
  }
}
