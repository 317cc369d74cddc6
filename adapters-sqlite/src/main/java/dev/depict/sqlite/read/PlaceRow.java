package dev.depict.sqlite.read;

import java.util.Comparator;

/**
 * The place of a ready task in the order of the queue.
 *
 * @param ready as in the table
 */
record PlaceRow(long quota, long ready, long ordinal) {
  static final Comparator<PlaceRow> IN_ORDER =
      Comparator.comparingLong(PlaceRow::ready).thenComparingLong(PlaceRow::ordinal);
}
