package dev.depict.grpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.domain.error.MediaNotFound;
import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.error.QueueFull;
import dev.depict.domain.error.RequestIdReused;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.error.TaskAlreadyFinal;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.domain.error.TaskNotRetryable;
import dev.depict.domain.error.TaskRunning;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.List;
import java.util.Map;

/** Turns what went wrong into the one shape in which clients get it. */
final class StatusMapper {
  /** Names the errors of this product among those of others. */
  static final String DOMAIN = "depict";

  /** Trailers hold 8 KiB with many clients: what lies beyond would lose the whole status. */
  private static final int MAX_VIOLATIONS = 25;

  private StatusMapper() {}

  static Status status(CallerMistake mistake) {
    return switch (mistake) {
      case InvalidRequest invalid -> invalid(invalid.violations());
      case MediaNotFound missing ->
          status(
              Reason.MEDIA_NOT_FOUND, missing, Map.of("media", ResourceNames.of(missing.media())));
      case MediaRejected rejected -> status(reason(rejected), rejected, Map.of());
      case QueueFull full ->
          status(Reason.QUEUE_FULL, full, Map.of("limit", Long.toString(full.limit())));
      case RequestIdReused reused ->
          status(Reason.REQUEST_ID_REUSED, reused, metadata(reused.task()));
      case ResumeTokenTooOld old -> status(Reason.RESUME_TOKEN_TOO_OLD, old, Map.of());
      case TaskAlreadyFinal ended ->
          status(Reason.TASK_ALREADY_FINAL, ended, metadata(ended.task(), ended.status()));
      case TaskNotFound unknown -> status(Reason.TASK_NOT_FOUND, unknown, metadata(unknown.task()));
      case TaskNotRetryable refused ->
          status(Reason.TASK_NOT_RETRYABLE, refused, metadata(refused.task(), refused.status()));
      case TaskRunning running -> status(Reason.TASK_RUNNING, running, metadata(running.task()));
    };
  }

  static Status status(Refusal refusal) {
    return status(refusal.reason(), refusal, refusal.metadata());
  }

  /** A fault of the server, named by an id that its log also has; nothing else gets out. */
  static Status internal(String incident) {
    return builder(
            Reason.INTERNAL,
            "the server met a fault of its own; its log tells more under incident " + incident,
            Map.of("incident", incident))
        .build();
  }

  private static Status invalid(List<InvalidRequest.Violation> violations) {
    var fields = BadRequest.newBuilder();
    for (InvalidRequest.Violation violation :
        violations.subList(0, Math.min(violations.size(), MAX_VIOLATIONS))) {
      fields
          .addFieldViolationsBuilder()
          .setField(Texts.shortened(violation.field(), 100))
          .setDescription(Texts.shortened(violation.problem(), 200));
    }
    String message =
        violations.size() == 1
            ? "1 field of the request cannot be used: "
            : violations.size() + " fields of the request cannot be used, the first one: ";
    InvalidRequest.Violation first = violations.getFirst();
    return builder(
            Reason.INVALID_REQUEST,
            Texts.shortened(message + first.field() + ": " + first.problem(), 400),
            Map.of())
        .addDetails(Any.pack(fields.build()))
        .build();
  }

  private static Status status(
      Reason reason, RuntimeException error, Map<String, String> metadata) {
    String message = error.getMessage();
    return builder(reason, message == null ? reason.name() : message, metadata).build();
  }

  private static Status.Builder builder(
      Reason reason, String message, Map<String, String> metadata) {
    var info = ErrorInfo.newBuilder().setReason(reason.name()).setDomain(DOMAIN);
    info.putAllMetadata(metadata);
    var status = Status.newBuilder().setCode(reason.code().getNumber()).setMessage(message);
    status.addDetails(Any.pack(info.build()));
    if (reason.retryDelay().isPositive()) {
      var retry = RetryInfo.newBuilder().setRetryDelay(Times.duration(reason.retryDelay()));
      status.addDetails(Any.pack(retry.build()));
    }
    return status;
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
