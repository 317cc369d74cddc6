package dev.depict.gemini.limit;

/**
 * Tells the listener when somebody who was told to wait may ask again sooner. Safe for concurrent
 * use; the listener is called by the thread that brought the news.
 */
final class Releases {
  private volatile Runnable listener = () -> {};
  private volatile boolean waited;

  void setListener(Runnable other) {
    listener = other;
  }

  /** Somebody was told to wait. */
  void denied() {
    waited = true;
  }

  /** Something opens sooner than was said. To be called without any lock. */
  void announce() {
    if (waited) {
      waited = false;
      listener.run();
    }
  }
}
