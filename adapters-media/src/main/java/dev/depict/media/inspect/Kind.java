package dev.depict.media.inspect;

import dev.depict.domain.media.MediaFormat;
import java.util.Optional;
import java.util.function.Predicate;

/** The known formats: how each is told by its first bytes, and who reads it. */
enum Kind {
  JPEG(MediaFormat.JPEG, bytes -> bytes.matches(0, "\u00FF\u00D8\u00FF"), new JpegStructure()),
  PNG(MediaFormat.PNG, bytes -> bytes.matches(0, "\u0089PNG\r\n\u001A\n"), new PngStructure()),
  GIF(
      MediaFormat.GIF,
      bytes -> bytes.matches(0, "GIF87a") || bytes.matches(0, "GIF89a"),
      new GifStructure()),
  WEBP(
      MediaFormat.WEBP,
      bytes -> bytes.matches(0, "RIFF") && bytes.matches(8, "WEBP"),
      new WebpStructure()),
  TIFF(
      MediaFormat.TIFF,
      bytes -> bytes.matches(0, "II*\0") || bytes.matches(0, "MM\0*"),
      new TiffStructure()),
  HEIC(MediaFormat.HEIC, Brands::heic, new HeifStructure()),
  HEIF(MediaFormat.HEIF, Brands::heif, new HeifStructure()),
  // Last, for two letters are a weak sign: the reserved zeros are asked for too.
  BMP(
      MediaFormat.BMP,
      bytes -> bytes.matches(0, "BM") && bytes.matches(6, "\0\0\0\0"),
      new BmpStructure());

  private final MediaFormat format;
  private final Predicate<Bytes> signature;
  private final Structure structure;

  Kind(MediaFormat format, Predicate<Bytes> signature, Structure structure) {
    this.format = format;
    this.signature = signature;
    this.structure = structure;
  }

  static Optional<Kind> of(Bytes bytes) {
    for (Kind kind : values()) {
      if (kind.signature.test(bytes)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  MediaFormat format() {
    return format;
  }

  /** Whether Java has a decoder for it. */
  boolean decodable() {
    return this != HEIC && this != HEIF;
  }

  /**
   * @throws Damaged when the file is cut off or its structure does not hold
   */
  Size measure(Bytes bytes) {
    return structure.measure(bytes);
  }
}
