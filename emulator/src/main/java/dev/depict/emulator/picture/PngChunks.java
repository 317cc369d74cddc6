package dev.depict.emulator.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Walks over the chunks of a PNG file. Whatever is not about how to show the pixels is named. */
final class PngChunks {
  private static final Set<String> PLAIN =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "pHYs", "bKGD", "sBIT",
          "hIST");
  private static final Map<String, String> NAMED = Map.of("eXIf", "EXIF", "iCCP", "ICC");
  private static final int AROUND_DATA = 12;

  private PngChunks() {}

  static void scan(byte[] png, int start, Set<String> found) {
    int at = start;
    while (at + AROUND_DATA <= png.length) {
      int length = ByteBuffer.wrap(png).getInt(at);
      if (length < 0 || length > png.length - at - AROUND_DATA) {
        return;
      }
      String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (!PLAIN.contains(type)) {
        found.add(
            MetadataScan.startsWith(png, at + 8, "XML:com.adobe.xmp")
                ? "XMP"
                : NAMED.getOrDefault(type, type));
      }
      at += AROUND_DATA + length;
      if (type.equals("IEND")) {
        break;
      }
    }
    if (at < png.length) {
      found.add("TRAILER");
    }
  }
}
