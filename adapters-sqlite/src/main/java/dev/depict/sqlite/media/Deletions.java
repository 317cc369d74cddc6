package dev.depict.sqlite.media;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;

/** Removes files that nobody needs. One that cannot be removed now is found again later. */
final class Deletions {
  private static final Logger LOG = System.getLogger(Deletions.class.getName());

  private Deletions() {}

  static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "{0} is not needed any more but cannot be removed; trying again later: {1}",
          file,
          e);
      return false;
    }
  }
}
