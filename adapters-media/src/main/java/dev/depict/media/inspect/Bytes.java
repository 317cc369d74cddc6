package dev.depict.media.inspect;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of a picture, read with their end in view: reading past it is {@link Damaged}. Offsets
 * are {@code long}, so that sums of 32-bit fields never wrap.
 */
final class Bytes {
  private final byte[] content;

  Bytes(byte[] content) {
    this.content = content;
  }

  int length() {
    return content.length;
  }

  /** Fails unless the file reaches up to {@code end}, exclusive. */
  void require(long end) {
    if (end > content.length) {
      throw new Damaged(
          "it needs at least %d bytes and ends after %d".formatted(end, content.length));
    }
  }

  int u8(long at) {
    require(at + 1);
    return content[(int) at] & 0xFF;
  }

  int u16be(long at) {
    return u8(at) << 8 | u8(at + 1);
  }

  int u16le(long at) {
    return u8(at) | u8(at + 1) << 8;
  }

  int u24le(long at) {
    return u16le(at) | u8(at + 2) << 16;
  }

  long u32be(long at) {
    return (long) u16be(at) << 16 | u16be(at + 2);
  }

  long u32le(long at) {
    return u16le(at) | (long) u16le(at + 2) << 16;
  }

  /** Whether these characters, one byte each, stand here. False past the end. */
  boolean matches(int at, String latin1) {
    if (at + latin1.length() > content.length) {
      return false;
    }
    for (int i = 0; i < latin1.length(); i++) {
      if ((content[at + i] & 0xFF) != latin1.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  String latin1(long at, int count) {
    require(at + count);
    return new String(content, (int) at, count, StandardCharsets.ISO_8859_1);
  }

  /** Where the next byte of this value stands, or -1. */
  int indexOf(int value, int from) {
    for (int i = from; i < content.length; i++) {
      if ((content[i] & 0xFF) == value) {
        return i;
      }
    }
    return -1;
  }
}
