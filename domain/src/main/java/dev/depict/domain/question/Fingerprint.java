package dev.depict.domain.question;

import dev.depict.domain.hash.Sha256;
import java.util.HexFormat;

/**
 * The SHA-256 of a {@link Question}: two tasks with the same fingerprint need one analysis.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
  public Fingerprint {
    if (!Sha256.isHex(hex)) {
      throw new IllegalArgumentException(
          "a fingerprint is a SHA-256 as 64 lower-case hexadecimal digits, not '" + hex + "'");
    }
  }

  /** The fingerprint whose 32 bytes are given. */
  public static Fingerprint ofBytes(byte[] sha256) {
    return new Fingerprint(HexFormat.of().formatHex(sha256));
  }

  /** The 32 bytes of the fingerprint. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
