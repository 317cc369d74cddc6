package dev.depict.sqlite.audit;

import dev.depict.sqlite.read.ReaderPool;
import java.util.List;

/**
 * Looks at a table page by page.
 *
 * @param name of the table
 * @param key a column of numbers that comes first in its order
 */
record Table(String name, String key, List<Rule> rules) implements Check {
  private static final long PAGE = 5_000;

  @Override
  public void run(ReaderPool readers, Report report) {
    long last = bound(readers, "max");
    for (long at = bound(readers, "min") - 1; at < last && !report.isFull(); at += PAGE) {
      page(readers, report, at);
    }
  }

  private void page(ReaderPool readers, Report report, long from) {
    String count = "SELECT count(*) FROM %1$s WHERE %2$s > ? AND %2$s <= ?".formatted(name, key);
    report.looked(
        readers.query(sql -> sql.first(count, row -> row.number(1), from, from + PAGE).orElse(0L)));
    for (Rule rule : rules) {
      for (String subject :
          readers.query(
              sql -> sql.all(rule.statement(), rule.subject()::read, from, from + PAGE))) {
        report.fault(subject, rule.problem(), rule.repair());
      }
    }
  }

  private long bound(ReaderPool readers, String function) {
    String bound = "SELECT coalesce(%s(%s), 0) FROM %s".formatted(function, key, name);
    return readers.query(sql -> sql.first(bound, row -> row.number(1)).orElse(0L));
  }
}
