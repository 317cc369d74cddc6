package dev.depict.sqlite.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes through all tasks window by window, the newest first: a filter that few tasks pass must not
 * hold a read transaction over the whole table.
 */
record Windows(ReaderPool readers) {
  /** About 50 ms of looking at tasks that the filter does not mean. */
  static final long WIDTH = 50_000;

  /** Looks at the tasks whose ordinals are in one window. */
  @FunctionalInterface
  interface Look<T> {
    T at(TaskMapper tasks, long from, long before);
  }

  /** What each window shows. */
  <T> List<T> all(Look<T> look) {
    var seen = new ArrayList<T>();
    long end = readers.read(reader -> reader.mappers().tasks().newest() + 1);
    for (long to = end; to > 1; to -= WIDTH) {
      long before = to;
      long from = Math.max(before - WIDTH, 1);
      seen.add(readers.read(reader -> look.at(reader.mappers().tasks(), from, before)));
    }
    return seen;
  }
}
