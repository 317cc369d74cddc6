package dev.depict.testkit.memory;

import dev.depict.application.port.out.Cleaner;
import dev.depict.domain.media.MediaDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Removes what nobody needs any more from memory, all at once. */
final class InMemoryCleaner implements Cleaner {
  private final Session session;
  private final Journal journal;

  InMemoryCleaner(Session session) {
    this.session = session;
    this.journal = new Journal(session);
  }

  @Override
  public Removed clean(Retention retention) {
    return session.change(() -> {
      Instant now = session.now();
      long tasks = retention.tasks().map(kept -> tasks(now.minus(kept))).orElse(0L);
      long media = media(now.minus(retention.media()));
      long events = events(now.minus(retention.events()));
      long requests = requests(now.minus(retention.requests()));
      return new Removed(tasks, media, events, requests, false);
    });
  }

  private long tasks(Instant before) {
    List<Row> old =
        session.database.byOrdinal.values().stream()
            .filter(row -> row.finished.filter(time -> !time.isAfter(before)).isPresent())
            .toList();
    for (Row row : old) {
      journal.deleted(row);
      session.database.remove(row, session.now());
    }
    return old.size();
  }

  private long media(Instant before) {
    Set<MediaDigest> needed = new HashSet<>();
    session.database.rows.values().forEach(row -> needed.add(row.asked.media().digest()));
    session.database.calls.values().stream()
        .filter(call -> Attempts.open(call.attempt()))
        .forEach(call -> needed.add(call.owner.asked.media().digest()));
    int stored = session.database.media.size();
    session
        .database
        .media
        .values()
        .removeIf(one -> !needed.contains(one.media().digest()) && !one.unneeded().isAfter(before));
    return (long) stored - session.database.media.size();
  }

  /** From the oldest on, so that positions stay without gaps. */
  private long events(Instant before) {
    List<Entry> events = session.database.events;
    int old = 0;
    while (old < events.size() && !events.get(old).time().isAfter(before)) {
      old++;
    }
    events.subList(0, old).clear();
    return old;
  }

  private long requests(Instant before) {
    int known = session.database.requests.size();
    session.database.requests.values().removeIf(one -> !one.time().isAfter(before));
    return (long) known - session.database.requests.size();
  }
}
