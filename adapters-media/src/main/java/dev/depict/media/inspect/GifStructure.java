package dev.depict.media.inspect;

/** GIF 87a and 89a: block by block to the trailer. The size is that of the logical screen. */
final class GifStructure implements Structure {
  private static final int EXTENSION = 0x21;
  private static final int FRAME = 0x2C;
  private static final int TRAILER = 0x3B;

  @Override
  public Size measure(Bytes bytes) {
    Size screen = new Size(bytes.u16le(6), bytes.u16le(8));
    long at = 13L + colourTable(bytes.u8(10));
    boolean framed = false;
    while (true) {
      int block = bytes.u8(at);
      switch (block) {
        case EXTENSION -> at = afterSubBlocks(bytes, at + 2);
        case FRAME -> {
          framed = true;
          at = afterSubBlocks(bytes, at + 11 + colourTable(bytes.u8(at + 9)));
        }
        case TRAILER -> {
          if (!framed) {
            throw new Damaged("it holds no picture data");
          }
          return screen;
        }
        default ->
            throw new Damaged("it has an unknown block 0x%02X at byte %d".formatted(block, at));
      }
    }
  }

  private static int colourTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static long afterSubBlocks(Bytes bytes, long from) {
    long at = from;
    int length = bytes.u8(at);
    while (length != 0) {
      at += 1 + length;
      length = bytes.u8(at);
    }
    return at + 1;
  }
}
