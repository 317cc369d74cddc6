package dev.depict.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MediaDigestTest {
  /** Of the three bytes "abc", as FIPS 180-4 gives it. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void a_digest_is_the_sha_256_of_the_bytes() {
    assertThat(MediaDigest.of("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(new MediaDigest(OF_ABC))
        .hasToString(OF_ABC);
  }

  @Test
  void a_digest_comes_back_from_its_bytes() {
    MediaDigest digest = new MediaDigest(OF_ABC);
    assertThat(digest.bytes()).hasSize(32);
    assertThat(MediaDigest.ofBytes(digest.bytes())).isEqualTo(digest);
  }

  @Test
  void anything_but_64_lower_case_digits_is_refused_and_named() {
    for (String wrong :
        List.of(
            "",
            OF_ABC.substring(1),
            OF_ABC + "0",
            "BA" + OF_ABC.substring(2),
            "g" + OF_ABC.substring(1),
            OF_ABC.substring(1) + "\n",
            "../" + OF_ABC.substring(3))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new MediaDigest(wrong))
          .withMessageContaining("'" + wrong + "'");
    }
  }

  @Test
  void a_picture_has_bytes_and_pixels() {
    MediaDigest digest = new MediaDigest(OF_ABC);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Media(digest, MediaFormat.PNG, 0, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Media(digest, MediaFormat.PNG, 1, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Media(digest, MediaFormat.PNG, 1, 1, -1))
        .withMessageContaining("1 × -1");
  }
}
