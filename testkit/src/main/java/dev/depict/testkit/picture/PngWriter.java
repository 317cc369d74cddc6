package dev.depict.testkit.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes the least a PNG file needs (ISO/IEC 15948): 8-bit RGB, no filter, one IDAT chunk. */
final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int BIT_DEPTH = 8;
  private static final int RGB = 2;

  /** Length, type and checksum of a chunk. */
  static final int CHUNK_OVERHEAD = 12;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PngWriter(int width, int height) {
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk("IHDR", header.put((byte) BIT_DEPTH).put((byte) RGB).array());
  }

  /**
   * @param rows one zero byte, then three bytes a pixel, for each row
   */
  void pixels(byte[] rows) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(rows);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      chunk("IDAT", packed.toByteArray());
    }
  }

  void chunk(String type, byte[] data) {
    byte[] body =
        ByteBuffer.allocate(Integer.BYTES + data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 checksum = new CRC32();
    checksum.update(body);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array());
  }

  int length() {
    return out.size();
  }

  byte[] end() {
    chunk("IEND", new byte[0]);
    return out.toByteArray();
  }
}
