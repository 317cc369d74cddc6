package dev.depict.domain.error;

/** As many tasks wait as {@code queue.max-pending} allows. */
public final class QueueFull extends CallerMistake {
  private final long limit;

  public QueueFull(long limit) {
    super(
        "the queue holds %d waiting tasks, which is its limit (queue.max-pending); try again later"
            .formatted(limit));
    this.limit = limit;
  }

  public long limit() {
    return limit;
  }
}
