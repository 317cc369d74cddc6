package dev.depict.media.inspect;

import org.jspecify.annotations.Nullable;

/** WebP (RFC 9649): lossy, lossless and extended; the size of an extended one is its canvas. */
final class WebpStructure implements Structure {
  private static final int CHUNK_HEADER = 8;

  @Override
  public Size measure(Bytes bytes) {
    long end = CHUNK_HEADER + bytes.u32le(4);
    bytes.require(end);
    @Nullable Size size = null;
    boolean data = false;
    long at = 12;
    while (at + CHUNK_HEADER <= end) {
      String type = bytes.latin1(at, 4);
      long length = bytes.u32le(at + 4);
      long payload = at + CHUNK_HEADER;
      bytes.require(payload + length);
      if (size == null) {
        size = sizeIn(bytes, type, payload);
      }
      data |= type.equals("VP8 ") || type.equals("VP8L") || type.equals("ANMF");
      at = payload + length + (length & 1);
    }
    if (size == null || !data) {
      throw new Damaged("it holds no picture data");
    }
    return size;
  }

  private static @Nullable Size sizeIn(Bytes bytes, String type, long at) {
    return switch (type) {
      case "VP8 " -> lossy(bytes, at);
      case "VP8L" -> lossless(bytes, at);
      case "VP8X" -> new Size(bytes.u24le(at + 4) + 1L, bytes.u24le(at + 7) + 1L);
      default -> null;
    };
  }

  private static Size lossy(Bytes bytes, long at) {
    if (bytes.u24le(at + 3) != 0x2A019D) {
      throw new Damaged("its VP8 data do not begin with a key frame");
    }
    return new Size(bytes.u16le(at + 6) & 0x3FFF, bytes.u16le(at + 8) & 0x3FFF);
  }

  private static Size lossless(Bytes bytes, long at) {
    if (bytes.u8(at) != 0x2F) {
      throw new Damaged("its VP8L data have no signature");
    }
    long bits = bytes.u32le(at + 1);
    return new Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
  }
}
