package dev.depict.media.inspect;

/** TIFF 6.0, both byte orders: the first directory, and whether its strips or tiles are there. */
final class TiffStructure implements Structure {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_LENGTHS = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_LENGTHS = 325;

  @Override
  public Size measure(Bytes bytes) {
    var directory = new TiffDirectory(bytes, bytes.u8(0) == 'M');
    Size size = new Size(directory.first(WIDTH), directory.first(HEIGHT));
    if (directory.holds(STRIP_OFFSETS)) {
      requireData(bytes, directory, STRIP_OFFSETS, STRIP_LENGTHS);
    } else {
      requireData(bytes, directory, TILE_OFFSETS, TILE_LENGTHS);
    }
    return size;
  }

  private static void requireData(Bytes bytes, TiffDirectory directory, int offsets, int lengths) {
    long count = directory.count(offsets);
    if (count != directory.count(lengths)) {
      throw new Damaged("it does not say how long its picture data are");
    }
    for (long i = 0; i < count; i++) {
      bytes.require(directory.value(offsets, i) + directory.value(lengths, i));
    }
  }
}
