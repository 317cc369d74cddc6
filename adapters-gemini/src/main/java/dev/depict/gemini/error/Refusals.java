package dev.depict.gemini.error;

import com.google.genai.errors.ApiException;
import dev.depict.application.port.out.Outcome;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.QuotaViolation;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import java.util.List;
import java.util.Optional;

/**
 * Makes an outcome of an error that the provider answered. Details count before the status, the
 * status before the code's family; the message is for people alone.
 */
public final class Refusals {
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHENTICATED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TIMED_OUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;

  private Refusals() {}

  public static Outcome outcome(ApiException exception) {
    return outcome(ErrorReader.read(exception));
  }

  static Outcome outcome(ProviderError error) {
    if (error.reason().startsWith("API_KEY_")) {
      return refused(FailureClass.AUTH, error);
    }
    if (!error.violations().isEmpty() || isUnexplainedWait(error)) {
      return quota(error);
    }
    return byStatus(error);
  }

  /** A limit that is not named, but how long to wait for it. */
  private static boolean isUnexplainedWait(ProviderError error) {
    return error.code() == TOO_MANY && error.retryDelay().isPresent();
  }

  /** A limit of nothing means that the model is not for this key at all. */
  private static Outcome quota(ProviderError error) {
    if (error.violations().stream().anyMatch(Violation::zero)) {
      return refused(FailureClass.MODEL_GONE, error);
    }
    List<QuotaViolation> known =
        error.violations().stream().map(Violation::known).flatMap(Optional::stream).toList();
    boolean daily = error.violations().stream().anyMatch(Violation::daily);
    return new Outcome.Throttled(
        failure(daily ? FailureClass.QUOTA_DAY : FailureClass.QUOTA, error),
        known,
        error.retryDelay());
  }

  private static Outcome byStatus(ProviderError error) {
    return switch (error.code()) {
      case UNAUTHENTICATED, FORBIDDEN -> refused(FailureClass.AUTH, error);
      case NOT_FOUND -> refused(FailureClass.MODEL_GONE, error);
      case TIMED_OUT, TOO_MANY -> unavailable(error);
      case BAD_REQUEST ->
          refused(
              error.status().equals("FAILED_PRECONDITION") ? FailureClass.AUTH : FailureClass.INPUT,
              error);
      default ->
          error.code() > BAD_REQUEST && error.code() < SERVER_ERRORS
              ? refused(FailureClass.INPUT, error)
              : unavailable(error);
    };
  }

  private static Outcome refused(FailureClass failureClass, ProviderError error) {
    return new Outcome.Refused(failure(failureClass, error), Charge.NOTHING);
  }

  private static Outcome unavailable(ProviderError error) {
    return new Outcome.Unavailable(failure(FailureClass.CAPACITY, error), Charge.NOTHING);
  }

  private static Failure failure(FailureClass failureClass, ProviderError error) {
    String words = error.message().isEmpty() ? "no words from the provider" : error.message();
    return new Failure(failureClass, error.label(), words);
  }
}
