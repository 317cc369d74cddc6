package dev.depict.sqlite.read;

import dev.depict.domain.task.Failure;
import dev.depict.sqlite.db.Codes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure that may be absent, from the columns of an outer join. */
final class Failures {
  private Failures() {}

  static Optional<Failure> of(
      @Nullable Long failureClass, @Nullable String code, @Nullable String words) {
    if (failureClass == null || code == null || words == null) {
      return Optional.empty();
    }
    return Optional.of(new Failure(Codes.FAILURE.constant(failureClass), code, words));
  }
}
