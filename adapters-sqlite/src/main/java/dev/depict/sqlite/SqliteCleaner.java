package dev.depict.sqlite;

import dev.depict.application.port.out.Cleaner;
import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.change.PruneEvents;
import dev.depict.sqlite.change.PruneRequests;
import dev.depict.sqlite.change.RemoveLeftovers;
import dev.depict.sqlite.change.RemoveMedia;
import dev.depict.sqlite.change.RemoveTasks;
import dev.depict.sqlite.clean.OldTasks;
import dev.depict.sqlite.clean.UnusedMedia;
import dev.depict.sqlite.media.FileSweep;
import dev.depict.sqlite.media.MediaFiles;
import dev.depict.sqlite.read.ReaderPool;
import dev.depict.sqlite.writer.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Removes from SQLite and from the folder of pictures. What can go is found by readers; the writer
 * looks again before it removes it.
 */
final class SqliteCleaner implements Cleaner {
  /** A younger file may belong to something that is just being stored. */
  private static final Duration SETTLED = Duration.ofHours(1);

  private final Writer<Ledger> writer;
  private final ReaderPool readers;
  private final MediaFiles files;
  private final InstantSource clock;
  private final OldTasks oldTasks;
  private final UnusedMedia unusedMedia;
  private final FileSweep sweep;

  SqliteCleaner(Writer<Ledger> writer, ReaderPool readers, MediaFiles files, InstantSource clock) {
    this.writer = writer;
    this.readers = readers;
    this.files = files;
    this.clock = clock;
    this.oldTasks = new OldTasks(readers);
    this.unusedMedia = new UnusedMedia(readers, writer);
    this.sweep = new FileSweep(files, this::isStored);
  }

  @Override
  public synchronized Removed clean(Retention retention) {
    Instant now = clock.instant();
    long tasks = retention.tasks().map(kept -> tasks(now.minus(kept))).orElse(0L);
    int events = writer.submit(new PruneEvents(retention.events()));
    int requests = writer.submit(new PruneRequests(retention.requests()));
    boolean leftovers = writer.submit(new RemoveLeftovers());
    long media = media(now.minus(retention.media()));
    boolean unswept = sweep.piece(now.minus(SETTLED));
    boolean more =
        oldTasks.more()
            || events == PruneEvents.MOST
            || requests == PruneRequests.MOST
            || leftovers
            || unusedMedia.more()
            || unswept;
    return new Removed(tasks, media, events, requests, more);
  }

  private long tasks(Instant until) {
    List<Long> due = oldTasks.piece(until);
    return due.isEmpty() ? 0 : writer.submit(new RemoveTasks(due, until));
  }

  private long media(Instant until) {
    List<Long> due = unusedMedia.piece(until);
    if (due.isEmpty()) {
      return 0;
    }
    List<RemoveMedia.Removed> removed = writer.submit(new RemoveMedia(due, until));
    removed.stream()
        .filter(RemoveMedia.Removed::file)
        .map(RemoveMedia.Removed::digest)
        .forEach(digest -> files.remove(digest, () -> isStored(digest)));
    return removed.size();
  }

  private boolean isStored(MediaDigest digest) {
    return readers.read(reader -> reader.media(digest)).isPresent();
  }
}
