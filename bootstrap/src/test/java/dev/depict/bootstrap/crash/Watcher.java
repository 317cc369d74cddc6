package dev.depict.bootstrap.crash;

import dev.depict.bootstrap.crash.Line.Connection;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Watches all tasks, and goes on with its last resume token whenever the stream breaks. Safe for
 * concurrent use.
 */
final class Watcher implements Runnable {
  private final Line line;
  private final Collection<String> faults;
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, TaskStatus> view = new HashMap<>();
  private String token = "";
  private int open;

  Watcher(Line line, Collection<String> faults) {
    this.line = line;
    this.faults = faults;
  }

  @Override
  public void run() {
    try {
      int life = 0;
      for (Optional<Connection> way = line.after(life); way.isPresent(); way = line.after(life)) {
        follow(way.get());
        life = way.get().life();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      faults.add("the watcher ended: " + e);
    }
  }

  private void follow(Connection connection) {
    try {
      var request = WatchTasksRequest.newBuilder().setResumeToken(token).build();
      Iterator<WatchTasksResponse> stream = connection.endless().watchTasks(request);
      while (stream.hasNext()) {
        take(stream.next());
      }
    } catch (StatusRuntimeException e) {
      if (!Broken.line(e)) {
        faults.add("the watcher's stream ended with " + e.getStatus());
      }
    }
  }

  private synchronized void take(WatchTasksResponse response) {
    if (response.hasEvent()) {
      token = response.getEvent().getResumeToken();
      Change change = Change.of(response.getEvent());
      changes.add(change);
      view.put(change.task(), change.status());
      open += change.opens();
    } else if (response.hasMark()) {
      token = response.getMark().getResumeToken();
    }
    notifyAll();
  }

  /** Waits until it watches, so that nothing happens before it. */
  synchronized void awaitStart() throws InterruptedException {
    while (token.isEmpty()) {
      wait();
    }
  }

  /** Tasks that are not final, as far as it has heard. */
  synchronized int open() {
    return open;
  }

  /** Waits until all tasks are final; false when that takes too long. */
  boolean awaitIdle(Duration atMost) throws InterruptedException {
    return await(() -> open == 0, atMost);
  }

  /** Waits until it has seen these tasks go; false when that takes too long. */
  boolean awaitGone(Set<String> tasks, Duration atMost) throws InterruptedException {
    return await(() -> areGone(tasks), atMost);
  }

  private synchronized boolean await(BooleanSupplier condition, Duration atMost)
      throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    long left = atMost.toNanos();
    while (!condition.getAsBoolean() && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    return condition.getAsBoolean();
  }

  private boolean areGone(Set<String> tasks) {
    return tasks.stream().allMatch(task -> view.get(task) == TaskStatus.TASK_STATUS_UNSPECIFIED);
  }

  /** Everything it was told, in order. */
  synchronized List<Change> changes() {
    return List.copyOf(changes);
  }

  /** How each task stands, by what it was told. */
  synchronized Map<String, TaskStatus> view() {
    return Map.copyOf(view);
  }
}
