package dev.depict.grpc;

import com.google.rpc.Code;
import java.time.Duration;

/** Why a call fails, spelled as on the wire, with its status code and when to try again. */
enum Reason {
  INVALID_REQUEST(Code.INVALID_ARGUMENT),
  MESSAGE_MALFORMED(Code.INVALID_ARGUMENT),
  MESSAGE_TOO_LARGE(Code.RESOURCE_EXHAUSTED),
  PAGE_TOKEN_INVALID(Code.INVALID_ARGUMENT),
  MEDIA_UNREADABLE(Code.INVALID_ARGUMENT),
  MEDIA_UNSUPPORTED(Code.INVALID_ARGUMENT),
  MEDIA_TOO_LARGE(Code.INVALID_ARGUMENT),
  TASK_NOT_FOUND(Code.NOT_FOUND),
  MEDIA_NOT_FOUND(Code.NOT_FOUND),
  REQUEST_ID_REUSED(Code.ALREADY_EXISTS),
  TASK_ALREADY_FINAL(Code.FAILED_PRECONDITION),
  TASK_NOT_RETRYABLE(Code.FAILED_PRECONDITION),
  TASK_RUNNING(Code.FAILED_PRECONDITION),
  QUESTION_TOO_LARGE(Code.FAILED_PRECONDITION),
  RESUME_TOKEN_TOO_OLD(Code.OUT_OF_RANGE),
  RESUME_TOKEN_FOREIGN(Code.OUT_OF_RANGE),
  UPLOAD_STALLED(Code.ABORTED, Duration.ofSeconds(1)),
  DEADLINE_EXCEEDED(Code.DEADLINE_EXCEEDED),
  TOKEN_MISSING(Code.UNAUTHENTICATED),
  TOKEN_UNKNOWN(Code.UNAUTHENTICATED),
  CERTIFICATE_MISSING(Code.UNAUTHENTICATED),
  SCOPE_MISSING(Code.PERMISSION_DENIED),
  QUEUE_FULL(Code.RESOURCE_EXHAUSTED, Duration.ofSeconds(5)),
  SERVER_BUSY(Code.RESOURCE_EXHAUSTED, Duration.ofSeconds(1)),
  PATH_NOT_ALLOWED(Code.PERMISSION_DENIED),
  SHUTTING_DOWN(Code.UNAVAILABLE, Duration.ofSeconds(1)),
  UNIMPLEMENTED(Code.UNIMPLEMENTED),
  STORAGE_FAILED(Code.INTERNAL),
  INTERNAL(Code.INTERNAL);

  private final Code code;
  private final Duration retryDelay;

  Reason(Code code) {
    this(code, Duration.ZERO);
  }

  Reason(Code code, Duration retryDelay) {
    this.code = code;
    this.retryDelay = retryDelay;
  }

  Code code() {
    return code;
  }

  /** After how long trying again may help; zero when it does not help by itself. */
  Duration retryDelay() {
    return retryDelay;
  }
}
