package dev.depict.sqlite;

import dev.depict.application.port.out.EventLog;
import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.task.TaskEvent;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.read.EventPages;
import dev.depict.sqlite.read.ReaderPool;
import java.util.List;

/** The events in SQLite. */
final class SqliteEventLog implements EventLog {
  private final ReaderPool readers;
  private final Ledger ledger;
  private final long database;

  SqliteEventLog(ReaderPool readers, Ledger ledger, long database) {
    this.readers = readers;
    this.ledger = ledger;
    this.database = database;
  }

  @Override
  public List<TaskEvent> read(EventPosition after, int limit) {
    long newest = ledger.snapshot().sequence();
    if (after.database() != database || after.sequence() > newest || after.sequence() < 0) {
      throw new ResumeTokenTooOld();
    }
    if (after.sequence() == newest) {
      return List.of();
    }
    // What is committed but not announced yet would be a position that nobody knows.
    int known = (int) Math.min(limit, newest - after.sequence());
    return readers.snapshot(reader -> EventPages.read(reader, after.sequence(), known));
  }

  @Override
  public EventPosition newest() {
    return new EventPosition(database, ledger.snapshot().sequence());
  }

  @Override
  public void onAppend(Runnable listener) {
    ledger.onAppend(listener);
  }
}
