package dev.depict.testkit.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.media.MediaDigest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

final class PicturesTest {
  private record Chunk(String type, byte[] data) {}

  /** The chunks of a PNG, whose signature and checksums are right. */
  private static List<Chunk> chunks(byte[] png) {
    ByteBuffer in = ByteBuffer.wrap(png);
    assertThat(in.getLong()).isEqualTo(0x89504E470D0A1A0AL);
    List<Chunk> chunks = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] body = new byte[in.getInt() + Integer.BYTES];
      in.get(body);
      CRC32 checksum = new CRC32();
      checksum.update(body);
      assertThat(in.getInt()).isEqualTo((int) checksum.getValue());
      String type = new String(body, 0, Integer.BYTES, StandardCharsets.US_ASCII);
      byte[] data = new byte[body.length - Integer.BYTES];
      System.arraycopy(body, Integer.BYTES, data, 0, data.length);
      chunks.add(new Chunk(type, data));
    }
    return chunks;
  }

  @Test
  void a_picture_is_a_whole_png() throws DataFormatException {
    List<Chunk> chunks = chunks(Pictures.png(0x112233, 3, 2));

    assertThat(chunks).extracting(Chunk::type).containsExactly("IHDR", "IDAT", "IEND");
    ByteBuffer header = ByteBuffer.wrap(chunks.getFirst().data());
    assertThat(header.getInt()).isEqualTo(3);
    assertThat(header.getInt()).isEqualTo(2);
    byte[] rows = new byte[100];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(chunks.get(1).data());
      assertThat(inflater.inflate(rows)).isEqualTo(2 * (1 + 3 * 3));
      assertThat(inflater.finished()).isTrue();
    }
    assertThat(rows).startsWith(0, 0x11, 0x22, 0x33, 0x11, 0x22, 0x33);
  }

  @Test
  void a_padded_picture_has_exactly_the_length_asked_for() {
    for (int length : List.of(128, 3_000, 70_000)) {
      byte[] png = Pictures.padded(7, length);
      assertThat(png).hasSize(length);
      assertThat(chunks(png)).extracting(Chunk::type).endsWith("paDd", "IEND");
    }
  }

  @Test
  void each_number_is_another_picture_and_always_the_same() {
    IntStream large = IntStream.of(1 << 24, 1 << 16, -1, Integer.MIN_VALUE);
    Stream<MediaDigest> digests =
        IntStream.concat(IntStream.range(0, 5_000), large)
            .mapToObj(Pictures::png)
            .map(MediaDigest::of);
    assertThat(digests).doesNotHaveDuplicates();
    assertThat(Pictures.png(42)).isEqualTo(Pictures.png(42));
  }
}
