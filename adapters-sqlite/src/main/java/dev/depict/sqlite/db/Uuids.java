package dev.depict.sqlite.db;

import java.nio.ByteBuffer;
import java.util.UUID;

/** UUIDs as 16 bytes that sort as the UUIDs do. */
public final class Uuids {
  private Uuids() {}

  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  public static UUID of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
