package dev.depict.application.port.in;

import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import java.io.InputStream;

/** Gives stored pictures back, exactly as they were sent. */
public interface ReadMedia {
  /**
   * @throws dev.depict.domain.error.MediaNotFound when it is not stored
   */
  Media info(MediaDigest digest);

  /**
   * The bytes, to be closed by the caller.
   *
   * @throws dev.depict.domain.error.MediaNotFound when it is not stored
   */
  InputStream open(MediaDigest digest);
}
