package dev.depict.emulator.picture;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** Looks for metadata in the bytes of a picture, by its container and not by a library. */
final class MetadataScan {
  private static final String PNG = "\u0089PNG\r\n\u001a\n";

  private MetadataScan() {}

  /** The kinds of metadata found; never more than the container can be read. */
  static Set<String> of(byte[] content) {
    var found = new TreeSet<String>();
    if (startsWith(content, 0, "\u00ff\u00d8")) {
      JpegSegments.scan(content, found);
    } else if (startsWith(content, 0, PNG)) {
      PngChunks.scan(content, PNG.length(), found);
    } else if (startsWith(content, 0, "RIFF") && startsWith(content, 8, "WEBP")) {
      WebpChunks.scan(content, found);
    } else {
      anywhere(content, found);
    }
    return found;
  }

  static boolean startsWith(byte[] content, int offset, String latin1) {
    byte[] wanted = latin1.getBytes(StandardCharsets.ISO_8859_1);
    if (offset < 0 || content.length - offset < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (content[offset + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static void anywhere(byte[] content, Set<String> found) {
    for (int i = 0; i < content.length; i++) {
      if (startsWith(content, i, "Exif")) {
        found.add("EXIF");
      } else if (startsWith(content, i, "http://ns.adobe.com/xap/")) {
        found.add("XMP");
      }
    }
  }
}
