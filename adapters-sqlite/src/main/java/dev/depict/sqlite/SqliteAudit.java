package dev.depict.sqlite;

import dev.depict.application.port.out.Audit;
import dev.depict.sqlite.audit.Check;
import dev.depict.sqlite.audit.Checks;
import dev.depict.sqlite.audit.Report;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.media.MediaFiles;
import dev.depict.sqlite.read.ReaderPool;
import java.util.List;

/** Checks what is stored in SQLite and beside it, in many short reads. */
final class SqliteAudit implements Audit {
  private final ReaderPool readers;
  private final List<Check> checks;

  SqliteAudit(ReaderPool readers, Ledger ledger, MediaFiles files) {
    this.readers = readers;
    this.checks = Checks.all(ledger, files);
  }

  @Override
  public Findings run() {
    var report = new Report();
    for (Check check : checks) {
      if (!report.isFull()) {
        check.run(readers, report);
      }
    }
    return report.findings();
  }
}
