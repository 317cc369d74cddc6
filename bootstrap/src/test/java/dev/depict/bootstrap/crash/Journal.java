package dev.depict.bootstrap.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what the preloaded library has noted; the format is described there. */
final class Journal {
  private static final int MAGIC = 0x4c574f50;
  private static final int HEAD = 4 * Integer.BYTES + 4 * Long.BYTES;

  private Journal() {}

  /** All whole records, in the order of the changes. */
  static List<JournalRecord> read(Path file) throws IOException {
    var records = new ArrayList<JournalRecord>();
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
      while (all.hasRemaining() && channel.read(all) >= 0) {}
      all.flip().order(ByteOrder.nativeOrder());
      while (all.remaining() >= HEAD) {
        int begin = all.position();
        if (all.getInt() != MAGIC) {
          throw new IOException("no record at byte %d of %s".formatted(begin, file));
        }
        char kind = (char) all.getInt();
        int pathLength = all.getInt();
        int otherLength = all.getInt();
        long position = all.getLong();
        long length = all.getLong();
        long oldSize = all.getLong();
        int oldLength = Math.toIntExact(all.getLong());
        if (all.remaining() < (long) pathLength + otherLength + oldLength) {
          break;
        }
        records.add(
            new JournalRecord(
                begin,
                kind,
                text(all, pathLength),
                text(all, otherLength),
                position,
                length,
                oldSize,
                bytes(all, oldLength)));
      }
    }
    return records;
  }

  private static String text(ByteBuffer from, int length) {
    return new String(bytes(from, length), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer from, int length) {
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }

  /** The changes that no later sync has made durable. */
  static List<JournalRecord> unsynced(List<JournalRecord> records) {
    Map<String, Long> syncedUpTo = new HashMap<>();
    for (JournalRecord record : records) {
      if (record.kind() == JournalRecord.SYNC) {
        syncedUpTo.merge(record.path(), record.position(), Math::max);
      }
    }
    return records.stream()
        .filter(record -> record.kind() != JournalRecord.SYNC)
        .filter(record -> record.begin() >= syncedUpTo.getOrDefault(record.durableBy(), 0L))
        .toList();
  }
}
