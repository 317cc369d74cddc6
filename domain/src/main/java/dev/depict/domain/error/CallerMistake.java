package dev.depict.domain.error;

/**
 * A mistake of the caller, thrown before anything is stored or paid. The message says what, which
 * and what to do.
 */
public abstract sealed class CallerMistake extends RuntimeException
    permits EntryRejected,
        InvalidRequest,
        MediaNotFound,
        MediaRejected,
        PathNotAllowed,
        QuestionTooLarge,
        QueueFull,
        RequestIdReused,
        ResumeTokenTooOld,
        TaskAlreadyFinal,
        TaskNotFound,
        TaskNotRetryable,
        TaskRunning {
  CallerMistake(String message) {
    super(message);
  }
}
