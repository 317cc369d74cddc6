package dev.depict.application.port.out;

import dev.depict.domain.media.Media;

/**
 * A picture that arrives in pieces. Lost with the process until it is kept. One thread at a time.
 */
public interface Spool extends AutoCloseable {
  /** Appends a piece. */
  void write(byte[] piece);

  /** How many bytes have come. */
  long size();

  /** All that has come. */
  byte[] content();

  /** Makes it a stored picture, durably; does nothing when its digest is stored already. */
  void keep(Media media);

  /** Lets go of what was not kept. */
  @Override
  void close();
}
