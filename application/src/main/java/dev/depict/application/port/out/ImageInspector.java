package dev.depict.application.port.out;

import dev.depict.domain.media.Media;

/** Reads facts from the bytes of a picture, without decoding it. Safe for concurrent use. */
public interface ImageInspector {
  /**
   * Format, size and digest of a picture. Only the bytes count, never a name.
   *
   * @throws dev.depict.domain.error.MediaRejected when this is no picture Depict takes, it is cut
   *     off, or it is larger than allowed; the message says which limit and which value
   */
  Media inspect(byte[] content);
}
