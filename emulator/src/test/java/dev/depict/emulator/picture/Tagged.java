package dev.depict.emulator.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Pictures with something beside the pixels. */
public final class Tagged {
  private static final int BEHIND_HEADER = 33;

  private Tagged() {}

  public static byte[] pngText(byte[] png, String text) {
    return pngChunk(png, "tEXt", "Comment\0" + text);
  }

  static byte[] pngChunk(byte[] png, String type, String content) {
    byte[] data = (type + content).getBytes(StandardCharsets.ISO_8859_1);
    var crc = new CRC32();
    crc.update(data);
    ByteBuffer chunk =
        ByteBuffer.allocate(data.length + 8)
            .putInt(data.length - 4)
            .put(data)
            .putInt((int) crc.getValue());
    return insert(png, BEHIND_HEADER, chunk.array());
  }

  static byte[] jpegSegment(byte[] jpeg, int marker, String content) {
    byte[] data = content.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer segment =
        ByteBuffer.allocate(data.length + 4)
            .put((byte) 0xFF)
            .put((byte) marker)
            .putShort((short) (data.length + 2))
            .put(data);
    return insert(jpeg, 2, segment.array());
  }

  static byte[] insert(byte[] whole, int at, byte[] part) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(whole, 0, at);
    bytes.writeBytes(part);
    bytes.write(whole, at, whole.length - at);
    return bytes.toByteArray();
  }
}
