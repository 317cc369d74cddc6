package dev.depict.application.port.out;

import dev.depict.domain.media.Media;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A picture as the provider may see it: upright, not too large, without metadata.
 *
 * @param original the picture it was made from; stays here
 * @param capture what the original says of how it was taken; stays here
 * @param mimeType {@code image/jpeg} or {@code image/png}
 * @param content all bytes; the only part that may leave the machine
 */
public record PreparedImage(
    Media original, Capture capture, String mimeType, byte[] content, int width, int height) {

  /**
   * @param orientation of the original, 1 to 8 as in EXIF; 1 is upright
   * @param time when the picture was taken, by the camera's clock
   * @param camera make and model
   */
  public record Capture(int orientation, Optional<LocalDateTime> time, Optional<String> camera) {
    public static final Capture NOTHING_KNOWN = new Capture(1, Optional.empty(), Optional.empty());
  }
}
