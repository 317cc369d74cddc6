package dev.depict.gemini.error;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An error as the provider told it.
 *
 * @param code of HTTP
 * @param status such as {@code UNAVAILABLE}; HTTP's reason phrase where the body holds none
 * @param message for people, without the details; may be empty
 * @param reason of an {@code ErrorInfo}, such as {@code API_KEY_INVALID}; empty for none
 */
record ProviderError(
    int code,
    String status,
    String message,
    List<Violation> violations,
    Optional<Duration> retryDelay,
    String reason) {
  ProviderError {
    violations = List.copyOf(violations);
  }

  /** Code and status, such as {@code 503 UNAVAILABLE}. */
  String label() {
    return (code + " " + status).strip();
  }
}
