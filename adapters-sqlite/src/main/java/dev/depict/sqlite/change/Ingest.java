package dev.depict.sqlite.change;

import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Progress;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.db.Uuids;
import dev.depict.sqlite.writer.Memory;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Stores new tasks with their pictures.
 *
 * @param maxPending as many tasks may wait
 * @param atomic whether all are stored, or none
 */
public record Ingest(List<Entry> entries, long maxPending, boolean atomic)
    implements Work<Ledger, List<Ingested>> {
  @Override
  public List<Ingested> run(Ledger ledger) throws SQLException {
    return atomic && entries.size() > 1 ? allOrNone(ledger) : each(ledger);
  }

  private List<Ingested> each(Ledger ledger) throws SQLException {
    var results = new ArrayList<Ingested>(entries.size());
    for (Entry entry : entries) {
      results.add(ingest(ledger, entry));
    }
    return List.copyOf(results);
  }

  private List<Ingested> allOrNone(Ledger ledger) throws SQLException {
    Memory.Mark before = ledger.mark();
    ledger.sql().execute("SAVEPOINT entries");
    List<Ingested> results = each(ledger);
    if (results.stream().anyMatch(Ingest::refused)) {
      ledger.sql().execute("ROLLBACK TO entries");
      before.restore();
      results =
          results.stream()
              .map(result -> refused(result) ? result : new Ingested.Withheld())
              .toList();
    }
    ledger.sql().execute("RELEASE entries");
    return results;
  }

  private static boolean refused(Ingested result) {
    return switch (result) {
      case Ingested.Created _, Ingested.Replayed _, Ingested.Withheld _ -> false;
      case Ingested.RequestIdTaken _, Ingested.MediaMissing _, Ingested.Full _ -> true;
    };
  }

  private Ingested ingest(Ledger ledger, Entry entry) throws SQLException {
    NewTask task = entry.task();
    Sql sql = ledger.sql();
    long principal = ledger.dictionaries().name(sql, task.origin().principal());
    var requests = new Requests(ledger);
    Optional<Ingested> replayed = requests.replay(task, principal);
    if (replayed.isPresent()) {
      return replayed.get();
    }
    var pictures = new Pictures(ledger);
    boolean room = ledger.counters().count(TaskStatus.PENDING) < maxPending;
    // As a rule the picture is new: it is looked for only where that turns out to be wrong.
    OptionalLong added = entry.brought() && room ? add(pictures, entry) : OptionalLong.empty();
    OptionalLong stored = added.isPresent() ? added : pictures.find(entry.digest());
    if (!entry.brought() && stored.isEmpty()) {
      return new Ingested.MediaMissing(task.media().digest());
    }
    Known known =
        added.isPresent() || stored.isEmpty()
            ? Known.ofNew(ledger, entry.digest(), entry.fingerprint())
            : Known.of(sql, stored.getAsLong(), entry.digest(), entry.fingerprint());
    Place place = Place.of(known, task);
    if (place.status() == TaskStatus.PENDING && !room) {
      return new Ingested.Full(maxPending);
    }
    if (added.isEmpty() && stored.isPresent()) {
      pictures.needed(stored.getAsLong());
    }
    OptionalLong media = stored.isPresent() ? stored : add(pictures, entry);
    Task created = created(ledger, task, place);
    new TaskRows(ledger).insert(entry, place, principal, media.orElseThrow());
    requests.remember(task, entry.id(), principal);
    follow(ledger, created, place);
    return new Ingested.Created(created);
  }

  private static OptionalLong add(Pictures pictures, Entry entry) throws SQLException {
    return pictures.add(entry.task().media(), entry.digest(), entry.content());
  }

  private static void follow(Ledger ledger, Task task, Place place) throws SQLException {
    long ordinal = ledger.counters().task;
    ledger
        .counters()
        .count(
            ledger.dictionaries().quota(ledger.sql(), task.estimate().key()),
            place.status(),
            task.lane(),
            place.leader().isPresent(),
            place.reused(),
            1);
    ledger.append(EventType.CREATED, ordinal, Optional.empty(), Optional.of(place.status()), null);
    if (place.leads()) {
      ledger.addedReady(task);
    }
    if (place.leader().isPresent()) {
      new Leaders(ledger).raise(place.leader().getAsLong(), task.lane());
    }
  }

  private static Task created(Ledger ledger, NewTask task, Place place) throws SQLException {
    Optional<TaskId> leader =
        place.leader().isEmpty()
            ? Optional.empty()
            : ledger
                .sql()
                .first(
                    "SELECT id FROM task WHERE ordinal = ?",
                    row -> new TaskId(Uuids.of(row.bytes(1))),
                    place.leader().getAsLong());
    Optional<Answer> answer =
        place.answer().isEmpty()
            ? Optional.empty()
            : Optional.of(ledger.reader().answer(place.answer().getAsLong()));
    return new Task(
        task.id(),
        task.origin(),
        task.media(),
        task.question(),
        task.estimate(),
        task.lane(),
        task.supersedes(),
        Progress.created(place.status(), leader, ledger.now()),
        place.reused(),
        answer,
        Optional.empty());
  }

  @Override
  public long bytes() {
    long bytes = 0;
    for (Entry entry : entries) {
      bytes += 8192 + entry.content().map(content -> content.length).orElse(0);
    }
    return bytes;
  }
}
