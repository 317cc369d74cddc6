package dev.depict.sqlite.read;

import java.time.Instant;
import java.util.Optional;

/**
 * What is read, not counted, for the state of the queue.
 *
 * @param delayed tasks whose delay is not over
 */
public record Delays(long delayed, Optional<Instant> nextRelease, Optional<Instant> oldestPending) {
  public static Delays read(Reader reader) {
    QueueMapper queue = reader.mappers().queue();
    return new Delays(
        queue.delayed(),
        nextRelease(reader),
        Optional.ofNullable(queue.oldestPending()).map(Instant::ofEpochMilli));
  }

  /** When the next delay is over. */
  public static Optional<Instant> nextRelease(Reader reader) {
    return Optional.ofNullable(reader.mappers().queue().nextRelease()).map(Instant::ofEpochMilli);
  }
}
