package dev.depict.media.inspect;

import java.util.HashMap;
import java.util.Map;

/** The first directory of a TIFF file: lists of numbers under tags. */
final class TiffDirectory {
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private record Field(int type, long count, long at) {}

  private final Bytes bytes;
  private final boolean bigEndian;
  private final Map<Integer, Field> fields = new HashMap<>();

  TiffDirectory(Bytes bytes, boolean bigEndian) {
    this.bytes = bytes;
    this.bigEndian = bigEndian;
    long at = u32(4);
    int entries = u16(at);
    bytes.require(at + 2 + 12L * entries);
    for (int i = 0; i < entries; i++) {
      add(at + 2 + 12L * i);
    }
  }

  private void add(long at) {
    int type = u16(at + 2);
    if (type == SHORT || type == LONG) {
      long count = u32(at + 4);
      long size = count * width(type);
      fields.put(u16(at), new Field(type, count, size <= 4 ? at + 8 : u32(at + 8)));
    }
  }

  boolean holds(int tag) {
    return fields.containsKey(tag);
  }

  long count(int tag) {
    return field(tag).count();
  }

  long first(int tag) {
    return value(tag, 0);
  }

  long value(int tag, long index) {
    Field field = field(tag);
    if (index >= field.count()) {
      throw new Damaged("it has an empty field %d".formatted(tag));
    }
    long at = field.at() + index * width(field.type());
    return field.type() == SHORT ? u16(at) : u32(at);
  }

  private Field field(int tag) {
    Field field = fields.get(tag);
    if (field == null) {
      throw new Damaged("it lacks the field %d in its first directory".formatted(tag));
    }
    return field;
  }

  private static int width(int type) {
    return type == SHORT ? 2 : 4;
  }

  private int u16(long at) {
    return bigEndian ? bytes.u16be(at) : bytes.u16le(at);
  }

  private long u32(long at) {
    return bigEndian ? bytes.u32be(at) : bytes.u32le(at);
  }
}
