package dev.depict.emulator.picture;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/** 64 bits for one number: a mark to know them by, the number, and its checksum. */
final class CodeWord {
  private static final long MARK = 0xB7E3;
  private static final long SIXTEEN_BITS = 0xffff;

  private CodeWord() {}

  static long of(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("a code is not negative: " + number);
    }
    return MARK << 48 | (long) number << 16 | checksum(number);
  }

  static OptionalInt number(long word) {
    int number = (int) (word >>> 16);
    boolean whole = word >>> 48 == MARK && number >= 0 && (word & SIXTEEN_BITS) == checksum(number);
    return whole ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private static long checksum(int number) {
    var crc = new CRC32();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    return crc.getValue() & SIXTEEN_BITS;
  }
}
