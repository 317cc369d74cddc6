package dev.depict.bootstrap.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** All clients of one run: many callers and a watcher. */
final class Crowd implements AutoCloseable {
  private static final int CALLERS = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Line line = new Line();
  private final Collection<String> faults;
  private final Watcher watcher;
  private final Scene scene;
  private final Path logs;
  private final List<Thread> calling = new ArrayList<>();

  /**
   * A crowd that waits for a server.
   *
   * @param logs a folder for what is acknowledged
   */
  Crowd(Path logs, Random random) throws IOException {
    this.logs = Files.createDirectories(logs);
    faults = new ConcurrentLinkedQueue<>();
    watcher = new Watcher(line, faults);
    scene = Scene.of(line, watcher::open, faults);
    var _ = Thread.ofPlatform().daemon().name("watcher").start(watcher);
    for (int number = 1; number <= CALLERS; number++) {
      var log = new AckLog(logs.resolve("caller-" + number));
      var caller = new Caller(scene, log, new Random(random.nextLong()));
      calling.add(
          Thread.ofPlatform()
              .daemon()
              .name("caller-" + number)
              .start(() -> {
                await();
                caller.run();
              }));
    }
  }

  private void await() {
    try {
      watcher.awaitStart();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Line line() {
    return line;
  }

  List<Ack> acks() throws IOException {
    return AckLog.all(logs);
  }

  /** The tasks that are deleted, as their callers were told. */
  Set<String> deleted() throws IOException {
    return acks().stream()
        .filter(ack -> ack.kind() == Ack.Kind.DELETED)
        .map(Ack::task)
        .collect(Collectors.toSet());
  }

  /** Ends all callers; the watcher goes on. */
  void endCalls() throws InterruptedException {
    scene.ended().set(true);
    for (Thread caller : calling) {
      caller.join();
    }
  }

  /** Waits until the watcher has seen all tasks end. */
  boolean awaitIdle(Duration atMost) throws InterruptedException {
    return watcher.awaitIdle(atMost);
  }

  List<Change> changes() {
    return watcher.changes();
  }

  /** Compares what was acknowledged and watched with what the server tells now. */
  void compareViews() throws IOException, InterruptedException {
    if (!watcher.awaitGone(deleted(), PATIENCE)) {
      faults.add("the watcher has not seen all deleted tasks go in " + PATIENCE);
    }
    new LiveCheck(line.after(0).orElseThrow(), watcher.view(), faults).compare(acks());
  }

  /** What must not happen and did. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    scene.ended().set(true);
    line.close();
    for (Thread caller : calling) {
      caller.interrupt();
    }
  }
}
