package dev.depict.sqlite;

import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.media.MediaFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides whether a picture becomes a row, and makes a file of it otherwise. */
record Inlining(MediaFiles files, int limit) {
  /** The pictures of one command. To be closed when their rows are stored, or will not be. */
  Placing begin() {
    return new Placing();
  }

  /** Keeps the new files from being taken for ones that nobody needs. */
  final class Placing implements AutoCloseable {
    private final List<MediaDigest> held = new ArrayList<>(0);

    /**
     * Whether the content belongs in the picture's row. If not, it is a file when this returns.
     * Called on the thread that brings the picture, so that the writer waits for no file.
     */
    boolean inline(Media media, Optional<byte[]> content) {
      if (content.isEmpty() || content.get().length <= limit) {
        return true;
      }
      hold(media.digest());
      files.write(media.digest(), content.get());
      return false;
    }

    void hold(MediaDigest digest) {
      files.hold(digest);
      held.add(digest);
    }

    @Override
    public void close() {
      held.forEach(files::release);
    }
  }
}
