package dev.depict.emulator.picture;

import java.util.Set;

/** Walks over the segments of a JPEG file, also those between and behind its scans. */
final class JpegSegments {
  private static final int COMMENT = 0xFE;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int FIRST_APP = 0xE0;
  private static final int LAST_APP = 0xEF;

  private JpegSegments() {}

  static void scan(byte[] jpeg, Set<String> found) {
    int at = 2;
    while (at + 4 <= jpeg.length && jpeg[at] == (byte) 0xFF) {
      int marker = jpeg[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == END_OF_IMAGE) {
        break;
      }
      int end = at + 2 + length(jpeg, at + 2);
      if (end > jpeg.length) {
        return;
      }
      name(jpeg, at, marker, found);
      at = end;
      if (marker == START_OF_SCAN) {
        at = behindScan(jpeg, at);
      }
    }
    if (at + 2 < jpeg.length && (jpeg[at + 1] & 0xFF) == END_OF_IMAGE) {
      found.add("TRAILER");
    }
  }

  /** Counts itself in. */
  private static int length(byte[] jpeg, int at) {
    return ((jpeg[at] & 0xFF) << 8) | (jpeg[at + 1] & 0xFF);
  }

  private static void name(byte[] jpeg, int at, int marker, Set<String> found) {
    int content = at + 4;
    if (marker == COMMENT) {
      found.add("COMMENT");
    } else if (MetadataScan.startsWith(jpeg, content, "Exif\0")) {
      found.add("EXIF");
    } else if (MetadataScan.startsWith(jpeg, content, "http://ns.adobe.com/x")) {
      found.add("XMP");
    } else if (MetadataScan.startsWith(jpeg, content, "Photoshop 3.0")) {
      found.add("IPTC");
    } else if (MetadataScan.startsWith(jpeg, content, "ICC_PROFILE")) {
      found.add("ICC");
    } else if (marker >= FIRST_APP && marker <= LAST_APP && !isPlain(jpeg, content)) {
      found.add("APP" + (marker - FIRST_APP));
    }
  }

  /** How samples are to be read, and nothing else. */
  private static boolean isPlain(byte[] jpeg, int content) {
    return MetadataScan.startsWith(jpeg, content, "JFIF\0")
        || MetadataScan.startsWith(jpeg, content, "Adobe");
  }

  /** Compressed samples hold 0xFF only before 0 or a restart mark. */
  private static int behindScan(byte[] jpeg, int start) {
    int at = start;
    while (at + 1 < jpeg.length) {
      int next = jpeg[at + 1] & 0xFF;
      if (jpeg[at] == (byte) 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
        return at;
      }
      at++;
    }
    return jpeg.length;
  }
}
