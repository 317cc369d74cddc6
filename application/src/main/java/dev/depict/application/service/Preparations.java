package dev.depict.application.service;

import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.ImagePreparer.Preparation;
import dev.depict.application.port.out.MediaStore;
import dev.depict.domain.media.Media;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.io.IOException;
import java.io.InputStream;
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
  private final MediaStore store;
  private final ImagePreparer preparer;
  private final Executor decoders;
  private final long maxBytes;
  private final Runnable onPrepared;
  private final Map<TaskId, Job> jobs = new HashMap<>();
  private long bytes;

  /**
   * @param maxBytes held at once, counted as stored until the prepared size is known
   * @param onPrepared called from the decode pool whenever a picture is ready
   */
  Preparations(
      MediaStore store,
      ImagePreparer preparer,
      Executor decoders,
      long maxBytes,
      Runnable onPrepared) {
    this.store = store;
    this.preparer = preparer;
    this.decoders = decoders;
    this.maxBytes = maxBytes;
    this.onPrepared = onPrepared;
  }

  /** Begins to prepare the task's picture, unless it has begun or too much is held. */
  synchronized void begin(Task task) {
    boolean room = bytes == 0 || bytes + task.media().bytes() <= maxBytes;
    if (!jobs.containsKey(task.id()) && room) {
      var job = new Job(task.media());
      jobs.put(task.id(), job);
      bytes += job.weight;
      decoders.execute(() -> run(job));
    }
  }

  /** What became of the preparation, if it has ended. */
  synchronized Optional<Preparation> ready(TaskId id) {
    return Optional.ofNullable(jobs.get(id)).flatMap(job -> job.result);
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

  private void run(Job job) {
    synchronized (this) {
      if (job.forgotten) {
        return;
      }
    }
    Preparation result = prepare(job.media);
    synchronized (this) {
      if (job.forgotten) {
        return;
      }
      job.result = Optional.of(result);
      bytes += weight(result) - job.weight;
      job.weight = weight(result);
    }
    onPrepared.run();
  }

  private Preparation prepare(Media media) {
    try (InputStream content = store.open(media.digest()).orElseThrow(() -> gone(media))) {
      return preparer.prepare(media, content);
    } catch (IOException e) {
      return unreadable("the stored picture cannot be read: " + e.getMessage());
    }
  }

  private static IOException gone(Media media) {
    return new IOException("media/" + media.digest() + " is not stored any more");
  }

  private static Preparation unreadable(String words) {
    return new Preparation.Unreadable(new Failure(FailureClass.INPUT, "", words));
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
