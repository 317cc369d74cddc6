package dev.depict.sqlite.clean;

import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.change.NeedMedia;
import dev.depict.sqlite.db.Json;
import dev.depict.sqlite.read.ReaderPool;
import dev.depict.sqlite.writer.Writer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the pictures that no task needs, among those that may not be needed: looks through all
 * tasks once for many of them, which spares every task an entry in an index. For one thread at a
 * time.
 */
public final class UnusedMedia {
  /** Of pictures that are removed in one transaction. */
  private static final int MOST = 200;

  /** Of pictures that are looked for in one go. */
  private static final int CANDIDATES = 10_000;

  /** Of tasks that are looked at in one read. */
  private static final long WINDOW = 20_000;

  private static final String DUE =
      "SELECT media FROM media_unused WHERE since <= ? ORDER BY since LIMIT ?";
  private static final String NEWEST = "SELECT coalesce(max(ordinal), 0) FROM task";
  private static final String NEEDED =
      """
      SELECT DISTINCT media FROM task
      WHERE ordinal > ? AND ordinal <= ? AND media IN (SELECT value FROM json_each(?))
      """;

  private final ReaderPool readers;
  private final Writer<Ledger> writer;
  private final ArrayDeque<Long> found = new ArrayDeque<>();
  private boolean all = true;

  public UnusedMedia(ReaderPool readers, Writer<Ledger> writer) {
    this.readers = readers;
    this.writer = writer;
  }

  /**
   * The ordinals of the next ones. A new task may have come to need one of them since; then it does
   * not stand among those that may not be needed any more.
   */
  public List<Long> piece(Instant until) {
    if (found.isEmpty()) {
      look(until);
    }
    var piece = new ArrayList<Long>(MOST);
    while (piece.size() < MOST && !found.isEmpty()) {
      piece.add(found.removeFirst());
    }
    return piece;
  }

  /** Whether the last piece was not the end. */
  public boolean more() {
    return !found.isEmpty() || !all;
  }

  private void look(Instant until) {
    Set<Long> unused =
        new LinkedHashSet<>(
            readers.query(
                sql -> sql.all(DUE, row -> row.number(1), until.toEpochMilli(), CANDIDATES)));
    all = unused.size() < CANDIDATES;
    if (unused.isEmpty()) {
      return;
    }
    List<Long> needed = needed(Json.numbers(unused));
    if (!needed.isEmpty()) {
      writer.submit(new NeedMedia(needed, until));
      needed.forEach(unused::remove);
    }
    found.addAll(unused);
  }

  private List<Long> needed(String candidates) {
    var needed = new LinkedHashSet<Long>();
    long newest = readers.query(sql -> sql.first(NEWEST, row -> row.number(1)).orElse(0L));
    for (long at = 0; at < newest; at += WINDOW) {
      long from = at;
      needed.addAll(
          readers.query(
              sql -> sql.all(NEEDED, row -> row.number(1), from, from + WINDOW, candidates)));
    }
    return List.copyOf(needed);
  }
}
