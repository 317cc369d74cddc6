package dev.depict.sqlite.db;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Values that come again and again, stored once and named by a number. All of them are in memory.
 * The writer alone adds; any thread may look up what was committed.
 */
public final class Dictionary<T> {
  /** Stores a new value under its number. */
  @FunctionalInterface
  public interface Insert<T> {
    void insert(long ordinal, T value) throws SQLException;
  }

  private final Map<T, Long> ordinals = new HashMap<>();
  private final Map<Long, T> values = new ConcurrentHashMap<>();
  private final List<T> inOrder = new ArrayList<>();

  /** Takes over what is stored; the numbers run from 1 without gaps. */
  Dictionary(List<T> stored) {
    stored.forEach(this::add);
  }

  private long add(T value) {
    inOrder.add(value);
    long ordinal = inOrder.size();
    ordinals.put(value, ordinal);
    values.put(ordinal, value);
    return ordinal;
  }

  /** The number of a value, which is stored if it is new. */
  public long ordinal(T value, Insert<T> insert) throws SQLException {
    Long known = ordinals.get(value);
    if (known != null) {
      return known;
    }
    insert.insert(inOrder.size() + 1L, value);
    return add(value);
  }

  /** The number of a value, 0 when it was never stored. */
  public long ordinal(T value) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .mapToLong(Map.Entry::getKey)
        .findAny()
        .orElse(0);
  }

  /** The value with this number. */
  public T value(long ordinal) {
    T value = values.get(ordinal);
    if (value == null) {
      throw new IllegalStateException("the database names a value " + ordinal + " it lacks");
    }
    return value;
  }

  /** How many values there are. */
  public int size() {
    return inOrder.size();
  }

  /** Forgets the values added since there were so many. */
  public void shrink(int size) {
    while (inOrder.size() > size) {
      values.remove((long) inOrder.size());
      ordinals.remove(inOrder.removeLast());
    }
  }
}
