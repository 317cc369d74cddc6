package dev.depict.application.service;

import dev.depict.application.port.out.FlightRecorder;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.ImagePreparer.Preparation;
import dev.depict.application.port.out.MediaStore;
import dev.depict.domain.media.Media;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.TaskId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where pictures are prepared, and where it is known whose picture was touched last. */
public record Darkroom(MediaStore store, ImagePreparer preparer, FlightRecorder recorder) {

  /**
   * @throws IOException when the picture cannot be read now
   */
  Preparation prepare(TaskId task, Media media) throws IOException {
    Optional<InputStream> stored = store.open(media.digest());
    if (stored.isEmpty()) {
      return new Preparation.Unreadable(
          new Failure(
              FailureClass.INPUT, "", "media/" + media.digest() + " is not stored any more"));
    }
    recorder.begin(task);
    try (InputStream content = stored.get()) {
      return preparer.prepare(media, content);
    } finally {
      recorder.end(task);
    }
  }
}
