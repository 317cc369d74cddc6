package dev.depict.media.inspect;

import dev.depict.domain.media.MediaFormat;
import dev.depict.media.fixture.Drawn;
import dev.depict.media.fixture.Encoded;
import java.awt.image.BufferedImage;
import java.util.List;

/** One whole file of each shape a format has, 96 × 64 pixels. */
final class Catalogue {
  record Entry(String name, MediaFormat format, byte[] content) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Catalogue() {}

  static List<Entry> all() {
    BufferedImage scene = Drawn.scene(96, 64);
    BufferedImage indexed = Drawn.as(BufferedImage.TYPE_BYTE_INDEXED, scene);
    return List.of(
        new Entry("baseline JPEG", MediaFormat.JPEG, Encoded.as("jpeg", scene)),
        new Entry("progressive JPEG", MediaFormat.JPEG, Encoded.progressive("jpeg", scene)),
        new Entry("PNG", MediaFormat.PNG, Encoded.as("png", scene)),
        new Entry("interlaced PNG", MediaFormat.PNG, Encoded.progressive("png", scene)),
        new Entry("GIF", MediaFormat.GIF, Encoded.as("gif", indexed)),
        new Entry("animated GIF", MediaFormat.GIF, Encoded.animatedGif(List.of(indexed, indexed))),
        new Entry("BMP", MediaFormat.BMP, Encoded.as("bmp", scene)),
        new Entry("TIFF", MediaFormat.TIFF, Encoded.as("tiff", scene)),
        new Entry("lossy WebP", MediaFormat.WEBP, Encoded.resource("lossy.webp")),
        new Entry("lossless WebP", MediaFormat.WEBP, Encoded.resource("lossless-alpha.webp")),
        new Entry("animated WebP", MediaFormat.WEBP, Encoded.resource("animated.webp")),
        new Entry("extended WebP", MediaFormat.WEBP, Encoded.resource("adobe-rgb.webp")));
  }
}
