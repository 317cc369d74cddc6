package dev.depict.benchmarks.face;

import dev.depict.proto.v1.IngestResponse;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Ingests at an even pace, whether or not the answers keep up. */
final class Feed {
  private final Client client;
  private final NoisePictures pictures = new NoisePictures();
  private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();

  Feed(Client client) {
    this.client = client;
  }

  /**
   * One task for each event, so many a second.
   *
   * @param label what the task of an event carries
   */
  void run(Sightings sightings, int perSecond, IntFunction<String> label)
      throws InterruptedException {
    long start = System.nanoTime();
    for (int event = 0; event < sightings.events(); event++) {
      awaitTime(start + event * 1_000_000_000L / perSecond);
      client.tasks.ingest(
          Client.async(pictures.next())
              .setSource(sightings.source(event))
              .addLabels(label.apply(event))
              .build(),
          new Acknowledgement(sightings, event));
    }
    sightings.await();
    Throwable broken = failed.get();
    if (broken != null) {
      throw new IllegalStateException("an ingest failed: " + broken.getMessage(), broken);
    }
  }

  private static void awaitTime(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private final class Acknowledgement implements StreamObserver<IngestResponse> {
    private final Sightings sightings;
    private final int event;

    Acknowledgement(Sightings sightings, int event) {
      this.sightings = sightings;
      this.event = event;
    }

    @Override
    public void onNext(IngestResponse answer) {
      sightings.acknowledged(event);
    }

    @Override
    public void onError(Throwable error) {
      failed.compareAndSet(null, error);
    }

    @Override
    public void onCompleted() {}
  }
}
