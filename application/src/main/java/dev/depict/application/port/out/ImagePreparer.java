package dev.depict.application.port.out;

import dev.depict.domain.media.Media;
import dev.depict.domain.task.Failure;
import java.io.InputStream;

/**
 * Makes the picture that the provider may see. CPU-bound: call it on a platform thread. Safe for
 * concurrent use.
 */
public interface ImagePreparer {
  /** Name and version of the way pictures are prepared; part of the question. */
  String profile();

  /** Prepares a stored picture. Reads the stream to its end if need be, does not close it. */
  Preparation prepare(Media media, InputStream content);

  /** What became of a preparation. */
  sealed interface Preparation {
    record Prepared(PreparedImage image) implements Preparation {}

    /** The picture cannot be decoded; trying again brings nothing else. Its class is INPUT. */
    record Unreadable(Failure failure) implements Preparation {}
  }
}
