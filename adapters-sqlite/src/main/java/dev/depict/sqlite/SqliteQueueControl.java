package dev.depict.sqlite;

import dev.depict.application.port.out.QueueControl;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.change.Pause;
import dev.depict.sqlite.change.Snapshot;
import dev.depict.sqlite.read.Delays;
import dev.depict.sqlite.read.ReaderPool;
import dev.depict.sqlite.writer.Writer;
import java.time.Instant;
import java.util.Optional;

/** The whole queue in SQLite. What the writer counts is not read again. */
final class SqliteQueueControl implements QueueControl {
  private final Writer<Ledger> writer;
  private final ReaderPool readers;
  private final Ledger ledger;

  SqliteQueueControl(Writer<Ledger> writer, ReaderPool readers, Ledger ledger) {
    this.writer = writer;
    this.readers = readers;
    this.ledger = ledger;
  }

  @Override
  public void pause() {
    writer.submit(new Pause(true));
  }

  @Override
  public void resume() {
    writer.submit(new Pause(false));
  }

  @Override
  public Optional<Instant> pausedSince() {
    return ledger.snapshot().pausedSince();
  }

  @Override
  public Counts counts() {
    Snapshot snapshot = ledger.snapshot();
    Delays delays = readers.snapshot(Delays::read);
    return new Counts(
        snapshot.tasks(),
        snapshot.pending(),
        snapshot.backlogs(),
        delays.delayed(),
        snapshot.twins(),
        delays.nextRelease(),
        delays.oldestPending(),
        snapshot.reused());
  }
}
