package dev.depict.application.port.out;

/** The files that the server may read itself. Safe for concurrent use. */
@FunctionalInterface
public interface PictureFiles {
  /**
   * The bytes of a file.
   *
   * @param path absolute; symbolic links are followed before it is judged
   * @throws dev.depict.domain.error.PathNotAllowed when it is not a readable file inside the
   *     folders that may be read; says no more about what is outside
   * @throws dev.depict.domain.error.MediaRejected when it is larger than a picture may be
   */
  byte[] read(String path);
}
