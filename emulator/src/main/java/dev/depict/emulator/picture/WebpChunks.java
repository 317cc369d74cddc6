package dev.depict.emulator.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;

/** Walks over the chunks of a WebP file. */
final class WebpChunks {
  private static final Map<String, String> NAMED =
      Map.of("EXIF", "EXIF", "XMP ", "XMP", "ICCP", "ICC");
  private static final int FIRST = 12;
  private static final int HEADER = 8;

  private WebpChunks() {}

  static void scan(byte[] webp, Set<String> found) {
    ByteBuffer bytes = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    long at = FIRST;
    while (at + HEADER <= webp.length) {
      int start = (int) at;
      NAMED.forEach((type, name) -> {
        if (MetadataScan.startsWith(webp, start, type)) {
          found.add(name);
        }
      });
      long length = Integer.toUnsignedLong(bytes.getInt(start + 4));
      at += HEADER + length + length % 2;
    }
  }
}
