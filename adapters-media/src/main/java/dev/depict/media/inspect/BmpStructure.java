package dev.depict.media.inspect;

/** BMP: the header, and whether the pixels it promises are there. */
final class BmpStructure implements Structure {
  private static final int UNCOMPRESSED = 0;
  private static final int BIT_FIELDS = 3;

  @Override
  public Size measure(Bytes bytes) {
    long offset = bytes.u32le(10);
    long header = bytes.u32le(14);
    if (header == 12) {
      Size size = new Size(bytes.u16le(18), bytes.u16le(20));
      bytes.require(offset + rows(size, bytes.u16le(24)));
      return size;
    }
    if (header < 40) {
      throw new Damaged("it has a header of %d bytes".formatted(header));
    }
    // Signed: a negative height means that the rows stand from top to bottom.
    Size size = new Size((int) bytes.u32le(18), Math.abs((long) (int) bytes.u32le(22)));
    long compression = bytes.u32le(30);
    bytes.require(
        offset
            + (compression == UNCOMPRESSED || compression == BIT_FIELDS
                ? rows(size, bytes.u16le(28))
                : Math.max(1, bytes.u32le(34))));
    return size;
  }

  /** Bytes of all rows, each filled up to four bytes. */
  private static long rows(Size size, int bitsPerPixel) {
    long row = (Math.max(0, size.width()) * bitsPerPixel + 31) / 32 * 4;
    // A product of 2^31 and 2^39 would wrap; such a height is refused for its size anyway.
    return row * Math.min(size.height(), Integer.MAX_VALUE >> 8);
  }
}
