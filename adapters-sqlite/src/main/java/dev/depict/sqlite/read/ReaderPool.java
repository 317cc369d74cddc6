package dev.depict.sqlite.read;

import dev.depict.sqlite.db.Databases;
import dev.depict.sqlite.db.Dictionaries;
import dev.depict.sqlite.db.Faults;
import dev.depict.sqlite.error.StorageException;
import dev.depict.sqlite.thread.Uninterruptibly;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A few connections to read over, and a platform thread for each. A platform thread reads by itself
 * as soon as a connection is free: handing over would take longer than most reads. Virtual threads
 * wait for the pool's own: a native call would hold their carrier.
 */
public final class ReaderPool implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ReaderPool.class.getName());

  private final Path database;
  private final LinkedBlockingQueue<Optional<ReadJob<?>>> jobs = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Connections connections;
  private volatile boolean closed;

  public ReaderPool(Databases databases, Dictionaries dictionaries, int size) throws SQLException {
    this.database = databases.file();
    this.connections = Connections.open(databases, dictionaries, size);
    for (int i = 1; i <= size; i++) {
      threads.add(Thread.ofPlatform().name("depict-reader-" + i).daemon().start(this::serve));
    }
  }

  /** Runs a single read, or several that need not fit together. */
  public <T> T read(Reading<T> work) {
    return run((reader, _) -> work.run(reader), false);
  }

  /** Runs reads that see the database at one moment. They must take well under a second. */
  public <T> T snapshot(Reading<T> work) {
    return run((reader, _) -> work.run(reader), true);
  }

  /** Runs statements of the caller's own. They must take well under a second. */
  public <T> T query(Query<T> work) {
    return run((_, sql) -> work.run(sql), false);
  }

  private <T> T run(ReadJob.Work<T> work, boolean snapshot) {
    var job = new ReadJob<>(work, snapshot, new CompletableFuture<T>());
    if (Thread.currentThread().isVirtual()) {
      jobs.add(Optional.of(job));
    } else {
      connections.run(job);
    }
    if (closed) {
      refuseTheRest();
      job.result().completeExceptionally(closing());
    }
    try {
      return job.result().join();
    } catch (CompletionException e) {
      throw translated(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private RuntimeException translated(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException fault) {
        return Faults.wrap(database, fault);
      }
    }
    return failure instanceof RuntimeException known
        ? known
        : new StorageException(database + " cannot be read", failure);
  }

  private void serve() {
    try {
      for (Optional<ReadJob<?>> job = jobs.take(); job.isPresent(); job = jobs.take()) {
        connections.run(job.get());
      }
    } catch (InterruptedException e) {
      LOG.log(Level.WARNING, "a thread for reading was interrupted");
    }
  }

  private void refuseTheRest() {
    for (var job = jobs.poll(); job != null; job = jobs.poll()) {
      job.ifPresent(left -> left.result().completeExceptionally(closing()));
    }
  }

  private StorageException closing() {
    return new StorageException(database + " is closed; this process is shutting down");
  }

  /** Finishes what waits, then closes the connections. */
  @Override
  public void close() {
    threads.forEach(thread -> jobs.add(Optional.empty()));
    threads.forEach(thread -> Uninterruptibly.await(thread::join));
    closed = true;
    connections.close();
    refuseTheRest();
  }
}
