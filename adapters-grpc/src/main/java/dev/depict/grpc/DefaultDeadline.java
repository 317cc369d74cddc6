package dev.depict.grpc;

import io.grpc.Context;
import io.grpc.Deadline;
import java.util.Optional;

/** When the current call must end: by its own deadline, else by the one it was given. */
final class DefaultDeadline {
  private static final Context.Key<Deadline> KEY = Context.key("default-deadline");

  private DefaultDeadline() {}

  static Context in(Context context, Deadline deadline) {
    return context.withValue(KEY, deadline);
  }

  static Optional<Deadline> current() {
    return Optional.ofNullable(Context.current().getDeadline())
        .or(() -> Optional.ofNullable(KEY.get()));
  }
}
