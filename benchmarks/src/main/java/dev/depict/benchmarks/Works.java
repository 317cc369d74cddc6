package dev.depict.benchmarks;

import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.application.service.Darkroom;
import dev.depict.application.service.DispatchSettings;
import dev.depict.application.service.Dispatcher;
import dev.depict.application.service.Endings;
import dev.depict.application.service.Provider;
import dev.depict.application.service.Providers;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.question.Question;
import dev.depict.domain.task.RetryPolicy;
import dev.depict.sqlite.SqliteStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A store and a dispatcher over it, with an analyzer that takes a fixed time and tells when it was
 * asked. Pictures are sent as they are.
 */
final class Works implements AutoCloseable {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService decoders = Executors.newSingleThreadExecutor();
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<MediaDigest, Long> asked = new ConcurrentHashMap<>();
  private final Dispatcher dispatcher;

  Works(SqliteStore store, Duration latency, int concurrency) {
    InstantSource clock = InstantSource.system();
    var ports =
        new Dispatcher.Ports(
            store.queue(),
            store.tasks(),
            store.control(),
            new Darkroom(store.media(), new AsItIs(), store.recorder()),
            (delay, action) -> {
              var alarm = timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
              return () -> alarm.cancel(false);
            },
            clock);
    dispatcher =
        new Dispatcher(
            ports,
            new Providers(List.of(Provider.unlimited(new Slow(latency, concurrency))), Load.KEY),
            new Endings(RetryPolicy.DEFAULT, Load.IDS, clock, new Random(1)),
            DispatchSettings.forMemory(true, 64, Runtime.getRuntime().maxMemory()),
            new Dispatcher.Threads(decoders, calls));
    store.queue().recover();
    dispatcher.start();
  }

  /** When the call about the picture began, by {@link System#nanoTime}; waits for it. */
  synchronized long awaitCall(MediaDigest picture) throws InterruptedException {
    while (true) {
      Long time = asked.get(picture);
      if (time != null) {
        return time;
      }
      wait();
    }
  }

  private synchronized void note(MediaDigest picture) {
    asked.put(picture, System.nanoTime());
    notifyAll();
  }

  @Override
  public void close() {
    dispatcher.close();
    calls.shutdownNow();
    decoders.shutdownNow();
    timer.shutdownNow();
  }

  private static final class AsItIs implements ImagePreparer {
    @Override
    public String profile() {
      return "bench-1";
    }

    @Override
    public Preparation prepare(Media media, InputStream content) {
      try {
        return new Preparation.Prepared(
            new PreparedImage(
                media,
                PreparedImage.Capture.NOTHING_KNOWN,
                media.format().mimeType(),
                content.readAllBytes(),
                media.width(),
                media.height()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final class Slow implements ImageAnalyzer {
    private final Duration latency;
    private final int concurrency;

    Slow(Duration latency, int concurrency) {
      this.latency = latency;
      this.concurrency = concurrency;
    }

    @Override
    public String provider() {
      return Load.KEY.provider();
    }

    @Override
    public int concurrency() {
      return concurrency;
    }

    @Override
    public Outcome analyze(PreparedImage image, Question question, Call call) {
      note(question.media());
      call.sent().run();
      try {
        Thread.sleep(latency);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Answers.outcome();
    }
  }
}
