package dev.depict.grpc;

import dev.depict.application.port.out.StorageFailure;
import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.error.EntryRejected;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.domain.error.MediaNotFound;
import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.error.PathNotAllowed;
import dev.depict.domain.error.QuestionTooLarge;
import dev.depict.domain.error.QueueFull;
import dev.depict.domain.error.RequestIdReused;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.error.TaskAlreadyFinal;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.domain.error.TaskNotRetryable;
import dev.depict.domain.error.TaskRunning;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What went wrong, in the words of the contract: for a call as a whole, or for one of many things
 * asked for.
 *
 * @param violations the faulty fields, as many of them as are shown; empty for any other reason
 *     than INVALID_REQUEST
 */
record Fault(
    Reason reason,
    String message,
    Map<String, String> metadata,
    List<InvalidRequest.Violation> violations) {
  /** Trailers hold 8 KiB with many clients: what lies beyond would lose the whole status. */
  private static final int MAX_VIOLATIONS = 25;

  private static final int MAX_MESSAGE = 400;

  static Fault of(CallerMistake mistake) {
    return switch (mistake) {
      case EntryRejected entry -> entry(entry);
      case InvalidRequest invalid -> invalid(invalid.violations());
      case MediaNotFound missing ->
          fault(
              Reason.MEDIA_NOT_FOUND, missing, Map.of("media", ResourceNames.of(missing.media())));
      case MediaRejected rejected -> fault(reason(rejected), rejected, Map.of());
      case PathNotAllowed path -> fault(Reason.PATH_NOT_ALLOWED, path, Map.of());
      case QuestionTooLarge large -> fault(Reason.QUESTION_TOO_LARGE, large, Map.of());
      case QueueFull full ->
          fault(Reason.QUEUE_FULL, full, Map.of("limit", Long.toString(full.limit())));
      case RequestIdReused reused ->
          fault(Reason.REQUEST_ID_REUSED, reused, metadata(reused.task()));
      case ResumeTokenTooOld old -> fault(Reason.RESUME_TOKEN_TOO_OLD, old, Map.of());
      case TaskAlreadyFinal ended ->
          fault(Reason.TASK_ALREADY_FINAL, ended, metadata(ended.task(), ended.status()));
      case TaskNotFound unknown -> fault(Reason.TASK_NOT_FOUND, unknown, metadata(unknown.task()));
      case TaskNotRetryable refused ->
          fault(Reason.TASK_NOT_RETRYABLE, refused, metadata(refused.task(), refused.status()));
      case TaskRunning running -> fault(Reason.TASK_RUNNING, running, metadata(running.task()));
    };
  }

  static Fault of(Refusal refusal) {
    return fault(refusal.reason(), refusal, refusal.metadata());
  }

  /** The disk or the database; whoever runs the server has to do something about it. */
  static Fault of(StorageFailure failure) {
    return fault(Reason.STORAGE_FAILED, failure, Map.of());
  }

  /** A fault of the server, named by an id that its log also has; nothing else gets out. */
  static Fault internal(String incident) {
    return new Fault(
        Reason.INTERNAL,
        "the server met a fault of its own; its log tells more under incident " + incident,
        Map.of("incident", incident),
        List.of());
  }

  /** The fault of the entry, which is named wherever something of it is. */
  private static Fault entry(EntryRejected entry) {
    Fault fault = of(entry.mistake());
    String place = "requests[" + entry.index() + "]";
    Map<String, String> metadata = new HashMap<>(fault.metadata());
    metadata.put("index", Integer.toString(entry.index()));
    return new Fault(
        fault.reason(),
        place + ": " + fault.message(),
        Map.copyOf(metadata),
        fault.violations().stream()
            .map(one -> new InvalidRequest.Violation(place + "." + one.field(), one.problem()))
            .toList());
  }

  private static Fault invalid(List<InvalidRequest.Violation> violations) {
    String message =
        violations.size() == 1
            ? "1 field of the request cannot be used: "
            : violations.size() + " fields of the request cannot be used, the first one: ";
    InvalidRequest.Violation first = violations.getFirst();
    return new Fault(
        Reason.INVALID_REQUEST,
        Texts.shortened(message + first.field() + ": " + first.problem(), MAX_MESSAGE),
        Map.of(),
        violations.stream().limit(MAX_VIOLATIONS).map(Fault::shortened).toList());
  }

  private static InvalidRequest.Violation shortened(InvalidRequest.Violation violation) {
    return new InvalidRequest.Violation(
        Texts.shortened(violation.field(), 100), Texts.shortened(violation.problem(), 200));
  }

  private static Fault fault(Reason reason, RuntimeException error, Map<String, String> metadata) {
    String message = error.getMessage();
    return new Fault(
        reason,
        Texts.shortened(message == null ? reason.name() : message, MAX_MESSAGE),
        metadata,
        List.of());
  }

  private static Reason reason(MediaRejected rejected) {
    return switch (rejected.reason()) {
      case UNSUPPORTED -> Reason.MEDIA_UNSUPPORTED;
      case UNREADABLE -> Reason.MEDIA_UNREADABLE;
      case TOO_LARGE -> Reason.MEDIA_TOO_LARGE;
    };
  }

  private static Map<String, String> metadata(TaskId task) {
    return Map.of("task", TaskMapper.name(task));
  }

  private static Map<String, String> metadata(TaskId task, TaskStatus status) {
    return Map.of("task", TaskMapper.name(task), "status", status.name());
  }
}
