package dev.depict.domain.media;

import dev.depict.domain.hash.Sha256;
import java.util.HexFormat;

/**
 * The SHA-256 of the bytes of one picture, which is its name everywhere.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record MediaDigest(String hex) {
  public MediaDigest {
    if (!Sha256.isHex(hex)) {
      throw new IllegalArgumentException(
          "a media digest is the SHA-256 as 64 lower-case hexadecimal digits, not '" + hex + "'");
    }
  }

  /** The digest of a picture, given all its bytes. */
  public static MediaDigest of(byte[] content) {
    return ofBytes(Sha256.of(content));
  }

  /** The digest whose 32 bytes are given. */
  public static MediaDigest ofBytes(byte[] sha256) {
    return new MediaDigest(HexFormat.of().formatHex(sha256));
  }

  /** The 32 bytes of the digest. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
