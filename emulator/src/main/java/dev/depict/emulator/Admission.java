package dev.depict.emulator;

import dev.depict.emulator.quota.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a call passed the limits.
 *
 * @param time when it arrived
 * @param counted whether the limits counted it
 * @param violations the limits it met; then it was not counted
 * @param details whether the caller is told which
 */
record Admission(Instant time, boolean counted, List<Violation> violations, boolean details) {
  Admission {
    violations = List.copyOf(violations);
  }

  /** The 429, if limits were met. */
  Optional<Intent> refusal(String model) {
    return violations.isEmpty()
        ? Optional.empty()
        : Optional.of(Intent.throttling(model, violations, details));
  }
}
