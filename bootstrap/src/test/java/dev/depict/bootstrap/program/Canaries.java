package dev.depict.bootstrap.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Words that nobody must find where they do not belong, however they are written. */
record Canaries(List<String> words) {
  /** None of them is in the text: plainly, in hexadecimal, or in Base64 at any place. */
  void assertAbsent(String what, String text) {
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      assertThat(text)
          .as(what)
          .doesNotContainIgnoringCase(word)
          .doesNotContainIgnoringCase(HexFormat.of().formatHex(bytes));
      for (int shift = 0; shift < 3; shift++) {
        assertThat(text).as("%s, in Base64", what).doesNotContain(inBase64(bytes, shift));
      }
    }
  }

  /** What the bytes look like behind so many others; without the ends, which depend on these. */
  private static String inBase64(byte[] bytes, int shift) {
    byte[] shifted = new byte[shift + bytes.length];
    System.arraycopy(bytes, 0, shifted, shift, bytes.length);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    return encoded.substring(shift + 1, encoded.length() - 2);
  }
}
