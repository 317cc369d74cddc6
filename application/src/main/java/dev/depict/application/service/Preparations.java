package dev.depict.application.service;

import dev.depict.application.port.out.ImagePreparer.Preparation;
import dev.depict.domain.media.Media;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The pictures that are being prepared, or wait prepared, for tasks nobody has claimed yet. Used by
 * the dispatcher's thread; the work itself runs on the decode pool, because decoding holds its
 * thread for long.
 */
final class Preparations {
  private static final System.Logger LOG = System.getLogger(Preparations.class.getName());

  /** So that an urgent picture waits for a few others at most, however many are due. */
  private static final int AT_ONCE = 4;

  private final Darkroom darkroom;
  private final Executor decoders;
  private final long maxBytes;
  private final Runnable onPrepared;
  private final Runnable onFault;
  private final Map<TaskId, Job> jobs = new HashMap<>();
  private long bytes;
  private int underWay;

  /**
   * @param maxBytes held at once, counted as stored until the prepared size is known
   * @param onPrepared called from the decode pool whenever a picture is ready
   * @param onFault called from there when a picture could not be read now; it may be begun again
   */
  Preparations(
      Darkroom darkroom, Executor decoders, long maxBytes, Runnable onPrepared, Runnable onFault) {
    this.darkroom = darkroom;
    this.decoders = decoders;
    this.maxBytes = maxBytes;
    this.onPrepared = onPrepared;
    this.onFault = onFault;
  }

  /** Begins to prepare the task's picture, unless it has begun or too much is held. */
  synchronized void begin(Task task) {
    boolean room = bytes == 0 || bytes + task.media().bytes() <= maxBytes;
    if (!jobs.containsKey(task.id()) && room && underWay < AT_ONCE) {
      var job = new Job(task.media());
      jobs.put(task.id(), job);
      bytes += job.weight;
      underWay++;
      decoders.execute(() -> run(task.id(), job));
    }
  }

  /** What became of the preparation, if it has ended. */
  synchronized Optional<Preparation> ready(TaskId id) {
    return Optional.ofNullable(jobs.get(id)).flatMap(job -> job.result);
  }

  /** Whether the picture is being prepared at this moment, or is about to be. */
  synchronized boolean isUnderWay(TaskId id) {
    Job job = jobs.get(id);
    return job != null && job.result.isEmpty();
  }

  /** Whether no picture but that of the task is being prepared. */
  synchronized boolean isQuiet(TaskId but) {
    return underWay == 0 || (underWay == 1 && isUnderWay(but));
  }

  /** Lets go of a task's picture. */
  synchronized void forget(TaskId id) {
    Job job = jobs.remove(id);
    if (job != null) {
      job.forgotten = true;
      bytes -= job.weight;
    }
  }

  /** Lets go of the pictures of all tasks but these. */
  synchronized void keepOnly(Collection<TaskId> wanted) {
    jobs.keySet().stream().filter(id -> !wanted.contains(id)).toList().forEach(this::forget);
  }

  private void run(TaskId id, Job job) {
    Optional<Preparation> result = Optional.empty();
    try {
      if (!isForgotten(job)) {
        result = Optional.of(darkroom.prepare(id, job.media));
      }
    } catch (IOException | RuntimeException | Error e) {
      LOG.log(Level.WARNING, "the picture of task {0} cannot be read now: {1}", id, e);
    }
    boolean wanted = finish(id, job, result);
    (result.isPresent() || !wanted ? onPrepared : onFault).run();
  }

  private synchronized boolean isForgotten(Job job) {
    return job.forgotten;
  }

  /** Keeps the result, if there is one and somebody still wants it. */
  private synchronized boolean finish(TaskId id, Job job, Optional<Preparation> result) {
    underWay--;
    if (job.forgotten) {
      return false;
    }
    if (result.isEmpty()) {
      forget(id);
      return true;
    }
    job.result = result;
    bytes += weight(result.get()) - job.weight;
    job.weight = weight(result.get());
    return true;
  }

  private static long weight(Preparation result) {
    return switch (result) {
      case Preparation.Prepared prepared -> prepared.image().content().length;
      case Preparation.Unreadable _ -> 0;
    };
  }

  private static final class Job {
    private final Media media;
    private Optional<Preparation> result = Optional.empty();
    private long weight;
    private boolean forgotten;

    Job(Media media) {
      this.media = media;
      this.weight = media.bytes();
    }
  }
}
