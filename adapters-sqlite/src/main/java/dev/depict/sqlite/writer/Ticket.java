package dev.depict.sqlite.writer;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One command on its way through the writer. Somebody waits for it, or was promised word of it. */
abstract sealed class Ticket<M, R> permits Awaited, Promised {
  private final Work<M, R> work;
  private @Nullable R result;
  private @Nullable Exception failure;

  /** The ticket that was handed in before; only while both wait to be taken. */
  @Nullable Ticket<M, ?> previous;

  Ticket(Work<M, R> work) {
    this.work = work;
  }

  final long bytes() {
    return work.bytes();
  }

  /** Runs the command; what it returns counts once the ticket is released. */
  final void run(M memory) throws SQLException {
    failure = null;
    result = work.run(memory);
  }

  final void fail(Exception cause) {
    failure = cause;
  }

  /** Why the command failed, if it did. */
  final Optional<Exception> failure() {
    return Optional.ofNullable(failure);
  }

  /** What the command returned. Only where it did not fail. */
  final R result() {
    if (result == null) {
      throw new IllegalStateException("a command returned nothing");
    }
    return result;
  }
}
