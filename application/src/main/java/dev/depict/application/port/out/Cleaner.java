package dev.depict.application.port.out;

import java.time.Duration;
import java.util.Optional;

/** Removes what nobody needs any more. Safe for concurrent use. */
@FunctionalInterface
public interface Cleaner {
  /**
   * Removes a first piece of it, in transactions that hold up nobody for long. What a task, a call
   * under way or an event that is kept needs stays.
   */
  Removed clean(Retention retention);

  /**
   * How long things are kept.
   *
   * @param events changes, for watchers that come back
   * @param requests request ids, also of deleted tasks
   * @param media pictures that no task needs, since they are not needed
   * @param tasks final tasks, since they ended, with their attempts; absent for ever
   */
  record Retention(Duration events, Duration requests, Duration media, Optional<Duration> tasks) {}

  /**
   * @param more whether there is more to remove at once
   */
  record Removed(long tasks, long media, long events, long requests, boolean more) {}
}
