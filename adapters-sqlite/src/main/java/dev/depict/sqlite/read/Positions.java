package dev.depict.sqlite.read;

import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.db.Uuids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Counts what stands before a task in the order of the queue, from its index alone. */
public final class Positions {
  private final ReaderPool readers;
  private final Windows windows;

  public Positions(ReaderPool readers) {
    this.readers = readers;
    this.windows = new Windows(readers);
  }

  /** The position of a task, from 1; empty when it is not ready. */
  public OptionalLong of(TaskId id) {
    return readers.read(reader -> {
      PlaceRow place = reader.mappers().queue().place(Uuids.bytes(id.value()));
      return place == null ? OptionalLong.empty() : OptionalLong.of(reader.position(place));
    });
  }

  /** The position of the last ready task that a filter means, by key. */
  public Map<QuotaKey, Long> last(TaskFilter filter) {
    FilterRow conditions = FilterRow.of(filter);
    var last = new HashMap<Long, PlaceRow>();
    windows.all((tasks, from, before) -> tasks.places(conditions, from, before)).stream()
        .flatMap(List::stream)
        .forEach(
            place -> last.merge(place.quota(), place, BinaryOperator.maxBy(PlaceRow.IN_ORDER)));
    return last.values().stream()
        .map(place -> readers.read(reader -> reader.named(place)))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
