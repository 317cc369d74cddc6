package dev.depict.bootstrap.lifecycle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be closed at the end, the last one opened first. */
@Singleton
public final class Closing implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Closing.class.getName());

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  @Inject
  Closing() {}

  /** Has the part closed at the end. */
  public synchronized <T extends AutoCloseable> T register(T part) {
    open.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.log(Level.WARNING, "a part could not be closed cleanly", e);
      }
    }
  }
}
