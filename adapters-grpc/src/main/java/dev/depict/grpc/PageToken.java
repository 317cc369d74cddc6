package dev.depict.grpc;

import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.hash.Sha256;
import dev.depict.domain.task.TaskId;
import dev.depict.proto.v1.Filter;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the next page begins, sealed for the wire and bound to its filter.
 *
 * @param before the last task of the page before
 * @param position of the changes before the first page was read
 */
record PageToken(TaskId before, EventPosition position) {
  private static final byte VERSION = 1;
  private static final int BYTES = 1 + 5 * Long.BYTES;

  String sealed(Filter filter) {
    byte[] token =
        ByteBuffer.allocate(BYTES)
            .put(VERSION)
            .putLong(digest(filter))
            .putLong(before.value().getMostSignificantBits())
            .putLong(before.value().getLeastSignificantBits())
            .putLong(position.database())
            .putLong(position.sequence())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * The token; empty for the first page.
   *
   * @throws Refusal when it is none of ours, or of a list with another filter
   */
  static Optional<PageToken> read(String token, Filter filter) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
      if (bytes.remaining() == BYTES
          && bytes.get() == VERSION
          && bytes.getLong() == digest(filter)) {
        var before = new TaskId(new UUID(bytes.getLong(), bytes.getLong()));
        return Optional.of(
            new PageToken(before, new EventPosition(bytes.getLong(), bytes.getLong())));
      }
    } catch (IllegalArgumentException notBase64) {
      throw invalid(token);
    }
    throw invalid(token);
  }

  private static Refusal invalid(String token) {
    return new Refusal(
        Reason.PAGE_TOKEN_INVALID,
        "page_token %s is no next_page_token of a list with this filter; begin with the first page"
            .formatted(Texts.quoted(token)));
  }

  private static long digest(Filter filter) {
    return ByteBuffer.wrap(Sha256.of(filter.toByteArray())).getLong();
  }
}
