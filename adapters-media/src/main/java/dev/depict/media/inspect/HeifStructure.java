package dev.depict.media.inspect;

import java.util.Set;

/**
 * HEIF (ISO 23008-12): the boxes of the file; the size is the largest one stated, since an "ispe"
 * box stands for each tile and thumbnail too.
 */
final class HeifStructure implements Structure {
  private static final Set<String> FULL_BOXES = Set.of("meta", "ispe");
  private static final Set<String> CONTAINERS = Set.of("meta", "iprp", "ipco");

  /** "ispe" stands in "ipco" in "iprp" in "meta"; deeper nesting is somebody's attack. */
  private static final int MAX_DEPTH = 4;

  @Override
  public Size measure(Bytes bytes) {
    Size size = largest(bytes, 0, bytes.length(), MAX_DEPTH);
    if (size.pixels() == 0) {
      throw new Damaged("it does not state its size");
    }
    return size;
  }

  private static Size largest(Bytes bytes, long from, long end, int depth) {
    Size largest = new Size(0, 0);
    long at = from;
    while (at < end) {
      String type = bytes.latin1(at + 4, 4);
      boolean wide = bytes.u32be(at) == 1;
      long next = end(bytes, at, end);
      long payload = at + (wide ? 16 : 8) + (FULL_BOXES.contains(type) ? 4 : 0);
      if (depth > 0 && CONTAINERS.contains(type)) {
        largest = larger(largest, largest(bytes, payload, next, depth - 1));
      } else if (type.equals("ispe")) {
        largest = larger(largest, new Size(bytes.u32be(payload), bytes.u32be(payload + 4)));
      }
      at = next;
    }
    return largest;
  }

  private static long end(Bytes bytes, long at, long end) {
    long stated = bytes.u32be(at);
    long length = stated == 1 ? bytes.u32be(at + 8) << 32 | bytes.u32be(at + 12) : stated;
    if (stated == 0) {
      return end;
    }
    if (length < 8 || length > Integer.MAX_VALUE) {
      throw new Damaged("it has a box of %d bytes at byte %d".formatted(length, at));
    }
    bytes.require(at + length);
    return at + length;
  }

  private static Size larger(Size one, Size other) {
    return other.pixels() > one.pixels() ? other : one;
  }
}
