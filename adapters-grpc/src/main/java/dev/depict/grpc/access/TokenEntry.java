package dev.depict.grpc.access;

import dev.depict.domain.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** One token that is let in, known by its hash alone. */
final class TokenEntry {
  private final byte[] hash;
  private final Caller caller;

  /**
   * @param hash SHA-256 of the token's bytes
   */
  TokenEntry(byte[] hash, Caller caller) {
    this.hash = hash.clone();
    this.caller = caller;
  }

  Caller caller() {
    return caller;
  }

  /**
   * Whose token it is. Takes the same time for every token: all entries are compared, and each to
   * its last byte.
   */
  static Optional<Caller> find(List<TokenEntry> entries, String token) {
    byte[] presented = Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    Optional<Caller> found = Optional.empty();
    for (TokenEntry entry : entries) {
      if (MessageDigest.isEqual(entry.hash, presented)) {
        found = Optional.of(entry.caller);
      }
    }
    return found;
  }
}
