package dev.depict.sqlite;

import dev.depict.domain.media.Media;
import dev.depict.sqlite.media.MediaFiles;
import java.util.Optional;

/** Decides whether a picture becomes a row, and makes a file of it otherwise. */
record Inlining(MediaFiles files, int limit) {
  /**
   * Whether the content belongs in the picture's row. If not, it is a file when this returns.
   * Called on the thread that brings the picture, so that the writer waits for no file.
   */
  boolean inline(Media media, Optional<byte[]> content) {
    if (content.isEmpty() || content.get().length <= limit) {
      return true;
    }
    files.write(media.digest(), content.get());
    return false;
  }
}
