package dev.depict.application.service;

import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.application.port.out.Timer;
import dev.depict.domain.quota.QuotaKey;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Works the queue: prepares ahead, takes the permission, claims, sends. Sleeps until something
 * happens (new work, a free slot, a prepared picture, a delay or a limit that ends) and never
 * polls.
 */
public final class Dispatcher implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

  /** What the dispatcher works on. */
  public record Ports(
      TaskQueue queue,
      QueueControl control,
      MediaStore media,
      ImagePreparer preparer,
      RateLimiter limiter,
      Timer timer,
      InstantSource clock) {}

  /**
   * The threads the dispatcher may use.
   *
   * @param decoders platform threads for decoding pictures
   * @param calls runs each call to a provider on a thread of its own, virtual ones as a rule
   */
  public record Threads(Executor decoders, Executor calls) {}

  private final Ports ports;
  private final Analyzers analyzers;
  private final DispatchSettings settings;
  private final Executor decoders;
  private final Attempts attempts;
  private final Map<QuotaKey, KeyDesk> desks = new HashMap<>();
  private final Semaphore signal = new Semaphore(0);
  private final Thread thread;
  private volatile boolean news = true;
  private volatile boolean closed;
  private Timer.Alarm alarm = () -> {};

  public Dispatcher(
      Ports ports,
      Analyzers analyzers,
      Endings endings,
      DispatchSettings settings,
      Threads threads) {
    this.ports = ports;
    this.analyzers = analyzers;
    this.settings = settings;
    this.decoders = threads.decoders();
    this.attempts = new Attempts(ports.queue(), ports.limiter(), endings, threads.calls());
    this.thread = Thread.ofPlatform().name("depict-dispatcher").unstarted(this::run);
  }

  /** Begins to work. What an earlier process left behind has to be recovered before. */
  public void start() {
    ports.queue().onReady(this::wakeForNews);
    ports.limiter().onRelease(this::wake);
    thread.start();
  }

  /**
   * Stops: no more claims from now on; waits for what runs, then gives the rest back uncounted.
   *
   * @param grace how long to wait for attempts under way
   */
  public void stop(Duration grace) {
    closed = true;
    wake();
    try {
      thread.join();
      Instant end = ports.clock().instant().plus(grace);
      while (attempts.running() > 0 && ports.clock().instant().isBefore(end)) {
        Duration left = Duration.between(ports.clock().instant(), end);
        if (!signal.tryAcquire(left.toMillis() + 1, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    attempts.giveBackAll();
  }

  @Override
  public void close() {
    stop(Duration.ZERO);
  }

  private void wakeForNews() {
    news = true;
    wake();
  }

  private void wake() {
    signal.release();
  }

  private void wakeLater() {
    var _ = ports.timer().after(AFTER_A_FAULT, this::wake);
  }

  private void run() {
    while (!closed) {
      Optional<Instant> next;
      try {
        next = pass();
      } catch (RuntimeException | Error e) {
        LOG.log(Level.ERROR, "the queue cannot be worked; trying again in a second", e);
        news = true;
        next = Optional.of(ports.clock().instant().plus(AFTER_A_FAULT));
      }
      sleepUntil(next);
    }
  }

  /** One look at everything that is due. Says when to look again if nothing happens before. */
  private Optional<Instant> pass() {
    boolean changed = news;
    news = false;
    Optional<Instant> next = ports.queue().releaseDelayed();
    if (ports.control().pausedSince().isPresent()) {
      return next;
    }
    if (changed) {
      ports.queue().readyKeys().forEach(this::open);
    }
    for (KeyDesk desk : desks.values()) {
      next = earliest(next, desk.work(changed, this::wake));
    }
    return next;
  }

  private void open(QuotaKey key) {
    analyzers
        .of(key.provider())
        .ifPresent(analyzer -> desks.computeIfAbsent(key, _ -> desk(key, analyzer)));
  }

  private KeyDesk desk(QuotaKey key, ImageAnalyzer analyzer) {
    var preparations =
        new Preparations(
            ports.media(),
            ports.preparer(),
            decoders,
            settings.aheadBytes(),
            this::wake,
            this::wakeLater);
    return new KeyDesk(
        key, analyzer, ports.queue(), ports.limiter(), preparations, attempts, settings);
  }

  private void sleepUntil(Optional<Instant> next) {
    alarm.cancel();
    next.ifPresent(time -> {
      Duration delay = Duration.between(ports.clock().instant(), time);
      alarm = ports.timer().after(delay.isNegative() ? Duration.ZERO : delay, this::wake);
    });
    signal.acquireUninterruptibly();
    signal.drainPermits();
    alarm.cancel();
  }

  private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(one.get().isBefore(other.get()) ? one.get() : other.get())
        : one.or(() -> other);
  }
}
