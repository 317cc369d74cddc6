package dev.depict.application.port.in;

import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Takes a picture and a question about it into the queue. */
public interface IngestImage {
  /**
   * Checks everything, then stores the task. The stage completes when that is durable, without
   * waiting for the answer; what depends on it must not wait for anything. It fails with a {@link
   * dev.depict.domain.error.CallerMistake} when the stored tasks do not admit this one.
   *
   * @throws dev.depict.domain.error.CallerMistake when something cannot be used; nothing is stored
   *     then
   */
  CompletionStage<Result> ingest(Command command);

  /** The picture: its bytes, the digest under which they are stored, or where they lie. */
  sealed interface Picture {
    record Content(byte[] bytes) implements Picture {}

    record Stored(MediaDigest digest) implements Picture {}

    /**
     * @param path absolute, of a file that the server reads itself
     */
    record File(String path) implements Picture {}
  }

  /**
   * @param source the caller's own reference; empty for none
   * @param prompt the caller's own wish; empty for none
   * @param context where the picture stands; empty for none
   * @param language BCP 47 tag; absent for the configured language
   * @param model absent for the configured model
   * @param lane absent for NORMAL
   * @param fresh whether a stored answer is to be passed over
   */
  record Command(
      String principal,
      Picture picture,
      String source,
      String prompt,
      String context,
      Optional<String> language,
      Optional<String> model,
      Optional<MediaResolution> resolution,
      Optional<Lane> lane,
      List<String> labels,
      Optional<String> requestId,
      boolean fresh,
      Optional<TaskId> supersedes) {}

  /**
   * @param replayed whether the request id was known and this is its task
   */
  record Result(TaskView view, boolean replayed) {}
}
