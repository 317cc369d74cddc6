package dev.depict.grpc;

import dev.depict.application.port.out.EventPosition;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/** A position in the changes, sealed for the wire: version, database, sequence. */
final class ResumeToken {
  private static final byte VERSION = 1;
  private static final int BYTES = 1 + 2 * Long.BYTES;

  private ResumeToken() {}

  static String of(EventPosition position) {
    byte[] token =
        ByteBuffer.allocate(BYTES)
            .put(VERSION)
            .putLong(position.database())
            .putLong(position.sequence())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** The position; empty for an empty token, and noted when it is none of ours. */
  static Optional<EventPosition> read(String token, Violations violations) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Optional<EventPosition> position = decoded(token);
    if (position.isEmpty()) {
      violations.add(
          "resume_token",
          Texts.quoted(token) + " is none of this server's; give one that it sent, unchanged");
    }
    return position;
  }

  private static Optional<EventPosition> decoded(String token) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
      if (bytes.remaining() != BYTES || bytes.get() != VERSION) {
        return Optional.empty();
      }
      var position = new EventPosition(bytes.getLong(), bytes.getLong());
      return position.sequence() < 0 ? Optional.empty() : Optional.of(position);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
