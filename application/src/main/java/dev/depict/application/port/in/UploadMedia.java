package dev.depict.application.port.in;

import dev.depict.domain.media.Media;

/** Takes a picture that comes in pieces. */
@FunctionalInterface
public interface UploadMedia {
  /** Begins to take one. */
  Upload begin();

  /** A picture that is coming. One thread at a time; to be closed. */
  interface Upload extends AutoCloseable {
    /**
     * The next piece.
     *
     * @throws dev.depict.domain.error.MediaRejected as soon as it is too large
     */
    void add(byte[] piece);

    /**
     * All pieces have come: stores the picture durably. The same bytes again give the same media.
     *
     * @throws dev.depict.domain.error.MediaRejected when they are no picture that can be used
     */
    Media finish();

    /** Lets go of what was not finished. */
    @Override
    void close();
  }
}
