package dev.depict.media.inspect;

import org.jspecify.annotations.Nullable;

/** JPEG (ITU T.81): markers up to the frame's size, then scans up to the end marker. */
final class JpegStructure implements Structure {
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  @Override
  public Size measure(Bytes bytes) {
    @Nullable Size size = null;
    boolean scanned = false;
    int at = 2;
    while (true) {
      at = nextMarker(bytes, at);
      int marker = bytes.u8(at - 1);
      if (marker == END_OF_IMAGE) {
        break;
      }
      if (standsAlone(marker)) {
        continue;
      }
      int length = bytes.u16be(at);
      if (length < 2) {
        throw new Damaged("it has a segment of length %d at byte %d".formatted(length, at));
      }
      bytes.require((long) at + length);
      if (startsFrame(marker) && size == null) {
        size = new Size(bytes.u16be(at + 5), bytes.u16be(at + 3));
      }
      scanned |= marker == START_OF_SCAN;
      at += length;
    }
    if (size == null || !scanned) {
      throw new Damaged("it ends before the picture data begin");
    }
    return size;
  }

  /**
   * The place behind the next marker. Skips the data of a scan, in which FF is followed by 00 or a
   * restart marker; skips stray bytes between segments too, as decoders do.
   */
  private static int nextMarker(Bytes bytes, int from) {
    int at = from;
    while (true) {
      at = bytes.indexOf(0xFF, at);
      if (at < 0 || at + 1 >= bytes.length()) {
        throw new Damaged(
            "it ends after %d bytes without its end marker".formatted(bytes.length()));
      }
      int marker = bytes.u8(at + 1);
      if (marker == 0xFF) {
        at++;
      } else if (marker == 0 || isRestart(marker)) {
        at += 2;
      } else {
        return at + 2;
      }
    }
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xD0 && marker <= 0xD7;
  }

  private static boolean standsAlone(int marker) {
    return marker == 0x01 || marker == 0xD8;
  }

  /** SOF0 to SOF15, without the three other segments (DHT, JPG, DAC) in that range. */
  private static boolean startsFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }
}
