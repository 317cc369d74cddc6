package dev.depict.media.inspect;

/** PNG: the header chunk, then chunk by chunk to IEND. */
final class PngStructure implements Structure {
  private static final int SIGNATURE = 8;
  private static final int LENGTH_TYPE_CHECKSUM = 12;

  @Override
  public Size measure(Bytes bytes) {
    if (!bytes.latin1(SIGNATURE + 4, 4).equals("IHDR")) {
      throw new Damaged("it does not begin with a header chunk");
    }
    Size size = new Size(bytes.u32be(16), bytes.u32be(20));
    boolean data = false;
    long at = SIGNATURE;
    while (true) {
      long length = bytes.u32be(at);
      String type = bytes.latin1(at + 4, 4);
      bytes.require(at + LENGTH_TYPE_CHECKSUM + length);
      if (type.equals("IEND")) {
        break;
      }
      data |= type.equals("IDAT");
      at += LENGTH_TYPE_CHECKSUM + length;
    }
    if (!data) {
      throw new Damaged("it holds no picture data");
    }
    return size;
  }
}
