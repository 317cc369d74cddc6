package dev.depict.sqlite.audit;

import dev.depict.sqlite.read.ReaderPool;
import java.util.List;

/**
 * Has SQLite check its own file, one table after the other: their pages, and up to some size of the
 * file whether each index has what its table has.
 */
final class Integrity implements Check {
  /** Larger files are looked at without comparing the indexes, which would take long. */
  private static final long COMPARED_BYTES = 256L << 20;

  private static final String SIZE =
      "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
  private static final String TABLES =
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";

  @Override
  public void run(ReaderPool readers, Report report) {
    long size = readers.query(sql -> sql.first(SIZE, row -> row.number(1)).orElse(0L));
    String check = size <= COMPARED_BYTES ? "integrity_check" : "quick_check";
    for (String table : readers.query(sql -> sql.all(TABLES, row -> row.text(1)))) {
      String pragma = "PRAGMA %s('%s')".formatted(check, table);
      List<String> verdicts = readers.query(sql -> sql.all(pragma, row -> row.text(1)));
      report.looked(1);
      verdicts.stream()
          .filter(verdict -> !verdict.equals("ok"))
          .forEach(verdict ->
              report.fault(
                  "the table " + table,
                  verdict.strip(),
                  "put back a copy of the data folder, and check the disk"));
    }
  }
}
