package dev.depict.emulator.picture;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known of a picture that was sent.
 *
 * @param mimeType as declared
 * @param bytes how many
 * @param width 0 for a kind that is not decoded here: WebP, HEIC, HEIF
 * @param height 0 for a kind that is not decoded here
 * @param metadata which kinds of metadata are in it: {@code EXIF}, {@code XMP}, {@code IPTC},
 *     {@code COMMENT}, {@code ICC}, {@code TRAILER}, or the name of a JPEG segment or PNG chunk
 * @param code the number drawn into it by {@link PixelCode}
 * @param colours the names of its most frequent colours, the most frequent first, at most three;
 *     none for a kind that is not decoded here
 */
public record SentPicture(
    String mimeType,
    int bytes,
    int width,
    int height,
    Set<String> metadata,
    OptionalInt code,
    List<String> colours) {
  public SentPicture {
    metadata = Set.copyOf(metadata);
    colours = List.copyOf(colours);
  }

  /** The same with what the pixels show. */
  SentPicture showing(OptionalInt number, List<String> seen) {
    return new SentPicture(mimeType, bytes, width, height, metadata, number, seen);
  }
}
