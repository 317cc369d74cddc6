package dev.depict.grpc;

import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.task.TaskId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids as the wire names them: {@code tasks/{uuid}} and the like. */
final class ResourceNames {
  private static final Pattern TASK =
      Pattern.compile("tasks/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  private static final Pattern MEDIA = Pattern.compile("media/([0-9a-f]{64})");

  private ResourceNames() {}

  static String of(MediaDigest digest) {
    return "media/" + digest;
  }

  static String answer(AnswerId id) {
    return "answers/" + id;
  }

  static String chunk(AnswerId id) {
    return "chunks/" + id;
  }

  /**
   * @throws dev.depict.domain.error.InvalidRequest when the name of the request's task is none
   */
  static TaskId requiredTask(String name) {
    var violations = new Violations();
    Optional<TaskId> id = task("name", name, violations);
    violations.throwIfAny();
    return id.orElseThrow();
  }

  static Optional<TaskId> task(String field, String name, Violations violations) {
    Matcher matcher = TASK.matcher(name);
    if (matcher.matches()) {
      return Optional.of(new TaskId(UUID.fromString(matcher.group(1))));
    }
    violations.add(
        field,
        name.isEmpty()
            ? "is missing; give the task as tasks/{uuid}"
            : Texts.quoted(name) + " is no task; give it as tasks/{uuid}, in lower case");
    return Optional.empty();
  }

  /**
   * @throws dev.depict.domain.error.InvalidRequest when the name of the request's media is none
   */
  static MediaDigest requiredMedia(String name) {
    var violations = new Violations();
    Optional<MediaDigest> digest = media("name", name, violations);
    violations.throwIfAny();
    return digest.orElseThrow();
  }

  static Optional<MediaDigest> media(String field, String name, Violations violations) {
    Matcher matcher = MEDIA.matcher(name);
    if (matcher.matches()) {
      return Optional.of(new MediaDigest(matcher.group(1)));
    }
    violations.add(
        field,
        Texts.quoted(name) + " is no media; give it as media/ and the SHA-256 in lower-case hex");
    return Optional.empty();
  }
}
