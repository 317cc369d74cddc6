package dev.depict.benchmarks.face;

import com.google.protobuf.Timestamp;
import dev.depict.proto.v1.TaskEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * When the events of one measurement came to those who watch. Each event is of a task whose source
 * is the measurement's name and the event's number. Safe for concurrent use.
 */
final class Sightings {
  private static final int PATIENCE_SECONDS = 60;

  private final InstantSource clock = InstantSource.system();
  private final String name;
  private final long start = System.nanoTime();
  private final long[] acknowledged;
  private final int[] number;
  private final long[] seen;
  private final long[] sinceCommit;
  private final AtomicInteger count = new AtomicInteger();
  private final CountDownLatch left;

  /**
   * @param watchers how many see each event
   */
  Sightings(String name, int events, int watchers) {
    this.name = name + "/";
    this.acknowledged = new long[events];
    this.number = new int[events * watchers];
    this.seen = new long[events * watchers];
    this.sinceCommit = new long[events * watchers];
    this.left = new CountDownLatch(events * (watchers + 1));
  }

  /** The source of the task that brings the event. */
  String source(int event) {
    return name + event;
  }

  int events() {
    return acknowledged.length;
  }

  /** The caller has the answer to his ingest. */
  void acknowledged(int event) {
    acknowledged[event] = System.nanoTime();
    left.countDown();
  }

  void seen(TaskEvent event) {
    String source = event.getTask().getSource();
    if (source.startsWith(name)) {
      int place = count.getAndIncrement();
      seen[place] = System.nanoTime();
      number[place] = Integer.parseInt(source.substring(name.length()));
      Timestamp commit = event.getCommitTime();
      Instant committed = Instant.ofEpochSecond(commit.getSeconds(), commit.getNanos());
      sinceCommit[place] = ChronoUnit.MICROS.between(committed, clock.instant());
      left.countDown();
    }
  }

  /**
   * Waits until every watcher has seen everything.
   *
   * @throws IllegalStateException when that takes too long
   */
  void await() throws InterruptedException {
    if (!left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("%d events did not come".formatted(left.getCount()));
    }
  }

  /** From the time the server writes into the event, in whole ms, before its transaction ends. */
  Timings sinceCommit() {
    return Timings.of(sinceCommit, elapsed());
  }

  /** From the answer to the ingest; 0 when the event was faster. */
  Timings sinceAcknowledgement() {
    long[] micros = new long[seen.length];
    for (int place = 0; place < seen.length; place++) {
      micros[place] = Math.max(0, (seen[place] - acknowledged[number[place]]) / 1_000);
    }
    return Timings.of(micros, elapsed());
  }

  private long elapsed() {
    return System.nanoTime() - start;
  }
}
