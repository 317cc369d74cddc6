package dev.depict.application.port.out;

import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import java.io.InputStream;
import java.util.Optional;

/** The pictures, each stored once. Durable when a method returns. Safe for concurrent use. */
public interface MediaStore {
  /** Stores a picture; does nothing when its digest is stored already. */
  void put(Media media, byte[] content);

  /** Begins to take a picture whose bytes are not all there yet. */
  Spool spool();

  /** The facts of a stored picture. */
  Optional<Media> info(MediaDigest digest);

  /** The bytes of a stored picture, to be closed by the caller; empty when it is not stored. */
  Optional<InputStream> open(MediaDigest digest);
}
