package dev.depict.benchmarks.face;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** PNGs of 3 KB, 31 × 32 pixels of noise: no two are alike, and none compresses. */
final class NoisePictures {
  private static final int WIDTH = 31;
  private static final int HEIGHT = 32;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final SplittableRandom random = new SplittableRandom(42);

  List<byte[]> draw(int count) {
    return Stream.generate(this::next).limit(count).toList();
  }

  byte[] next() {
    var bytes = new ByteArrayOutputStream();
    try (var png = new DataOutputStream(bytes)) {
      png.write(SIGNATURE);
      chunk(png, "IHDR", header());
      chunk(png, "IDAT", stored(noise()));
      chunk(png, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Eight bits each of red, green and blue. */
  private static byte[] header() {
    return new byte[] {0, 0, 0, WIDTH, 0, 0, 0, HEIGHT, 8, 2, 0, 0, 0};
  }

  /** Each row begins with the number of its filter, none. */
  private byte[] noise() {
    var rows = new byte[HEIGHT * (1 + 3 * WIDTH)];
    random.nextBytes(rows);
    for (int row = 0; row < HEIGHT; row++) {
      rows[row * (1 + 3 * WIDTH)] = 0;
    }
    return rows;
  }

  /** As one block that is not compressed. */
  private static byte[] stored(byte[] rows) throws IOException {
    var check = new Adler32();
    check.update(rows);
    var bytes = new ByteArrayOutputStream();
    try (var zlib = new DataOutputStream(bytes)) {
      zlib.write(new byte[] {0x78, 0x01, 1});
      zlib.writeShort(Short.reverseBytes((short) rows.length));
      zlib.writeShort(Short.reverseBytes((short) ~rows.length));
      zlib.write(rows);
      zlib.writeInt((int) check.getValue());
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream png, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var check = new CRC32();
    check.update(name);
    check.update(content);
    png.writeInt(content.length);
    png.write(name);
    png.write(content);
    png.writeInt((int) check.getValue());
  }
}
