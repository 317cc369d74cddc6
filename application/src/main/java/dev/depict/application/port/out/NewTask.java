package dev.depict.application.port.out;

import dev.depict.domain.hash.Sha256;
import dev.depict.domain.media.Media;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Origin;
import dev.depict.domain.task.TaskId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A task to be stored.
 *
 * @param content all bytes of the picture; absent when they are stored already
 * @param fresh whether a stored answer is to be passed over; what is under way is joined all the
 *     same
 */
public record NewTask(
    TaskId id,
    Origin origin,
    Media media,
    Optional<byte[]> content,
    Question question,
    Estimate estimate,
    Lane lane,
    boolean fresh,
    Optional<TaskId> supersedes) {

  /**
   * The 32 bytes that tell whether a repeated request id asks for the same again. Nothing in it
   * depends on when, where or how urgently it is asked.
   */
  public byte[] requestHash() {
    String request =
        String.join(
            "\u0000",
            question.fingerprint().hex(),
            origin.source(),
            String.join("\u0001", origin.labels()),
            Boolean.toString(fresh),
            supersedes.map(TaskId::toString).orElse(""));
    return Sha256.of(request.getBytes(StandardCharsets.UTF_8));
  }
}
