package dev.depict.application.service;

import dev.depict.application.port.in.ProcessQueue.Fate;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.Ready;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.application.port.out.Timer;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.TaskId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Works the queue: prepares ahead, takes the permission, claims, sends. Sleeps until something
 * happens (new work, a free slot, a prepared picture, a delay or a limit that ends) and never
 * polls. Where tasks are not started by themselves it starts those that somebody asks for.
 */
public final class Dispatcher implements Workload, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

  /** What the dispatcher works on. */
  public record Ports(
      TaskQueue queue,
      TaskRepository tasks,
      QueueControl control,
      Darkroom darkroom,
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
  private final Providers providers;
  private final Errands errands = new Errands();
  private final Suspects suspects = new Suspects();
  private final Attempts attempts;
  private final QueueWork work;
  private final Semaphore signal = new Semaphore(0);
  private final Thread thread;
  private volatile boolean working;
  private final AtomicReference<Ready> news = new AtomicReference<>(Ready.ANYTHING);
  private volatile boolean closed;
  private Timer.Alarm alarm = () -> {};

  public Dispatcher(
      Ports ports,
      Providers providers,
      Endings endings,
      DispatchSettings settings,
      Threads threads) {
    this.ports = ports;
    this.providers = providers;
    this.working = settings.working();
    this.attempts = new Attempts(ports.queue(), endings, threads.calls(), new Reports());
    var desks =
        new Desks(
            providers,
            (key, provider) ->
                new KeyDesk(
                    key,
                    provider,
                    ports.queue(),
                    preparations(settings, threads.decoders()),
                    attempts,
                    settings,
                    ports.clock()));
    this.work = new QueueWork(ports, providers, errands, attempts, desks, suspects, () -> working);
    this.thread = Thread.ofPlatform().name("depict-dispatcher").unstarted(this::run);
  }

  /** Has tasks run alone, because two processes died of them or beside them. */
  public void suspect(Collection<TaskId> tasks) {
    suspects.add(tasks);
  }

  /** Begins to work. What an earlier process left behind has to be recovered before. */
  public void start() {
    ports.queue().onReady(this::wakeFor);
    providers.all().forEach(provider -> provider.limiter().onRelease(this::wake));
    thread.start();
  }

  /** Starts tasks from now on without being asked for them. */
  public void work() {
    working = true;
    wakeFor(Ready.ANYTHING);
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

  @Override
  public boolean working() {
    return working;
  }

  @Override
  public int running(QuotaKey key) {
    return attempts.running(key);
  }

  @Override
  public Runnable want(TaskId task) {
    if (working) {
      return () -> {};
    }
    errands.want(task);
    wakeFor(Ready.ANYTHING);
    return () -> errands.unwant(task);
  }

  /** Works for somebody, in addition to whatever else there is to do. */
  Runnable run(Errand errand) {
    errands.add(errand);
    wakeFor(Ready.ANYTHING);
    return () -> errands.remove(errand);
  }

  private void wakeFor(Ready change) {
    news.accumulateAndGet(change, Ready::and);
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
        next = work.pass(news.getAndSet(Ready.NOTHING));
      } catch (RuntimeException | Error e) {
        LOG.log(Level.ERROR, "the queue cannot be worked; trying again in a second", e);
        news.set(Ready.ANYTHING);
        next = Optional.of(ports.clock().instant().plus(AFTER_A_FAULT));
      }
      sleepUntil(next);
    }
  }

  private Preparations preparations(DispatchSettings settings, Executor decoders) {
    return new Preparations(
        ports.darkroom(), decoders, settings.aheadBytes(), this::wake, this::wakeLater);
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

  /** Tells the errands of the attempts, and looks whether the free slot serves somebody. */
  private final class Reports implements Attempts.Listener {
    @Override
    public void started(TaskId task) {
      errands.started(task);
    }

    @Override
    public void ended(TaskId task, Fate fate) {
      suspects.clear(task);
      try {
        errands.ended(task, fate);
      } finally {
        wake();
      }
    }
  }
}
