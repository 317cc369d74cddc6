package dev.depict.testkit.memory;

import dev.depict.domain.answer.Answer;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.answer.Chunk;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.question.Fingerprint;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** What outlives a restart, under one lock. */
final class Database {
  private static final AtomicLong OPENED = new AtomicLong(1000);

  /**
   * @param content never handed out without a copy
   */
  record StoredMedia(Media media, byte[] content) {}

  /** Tells databases apart. */
  final long number = OPENED.incrementAndGet();

  final ReentrantLock lock = new ReentrantLock();
  final Map<TaskId, Row> rows = new HashMap<>();
  final NavigableMap<Long, Row> byOrdinal = new TreeMap<>();

  /** Kept after a deletion, so that a page can go on behind a task that is gone. */
  final Map<TaskId, Long> ordinals = new HashMap<>();

  final Map<Fingerprint, Row> leaders = new HashMap<>();
  final Map<Fingerprint, Answer> answers = new HashMap<>();
  final Map<AnswerId, Chunk> chunks = new LinkedHashMap<>();
  final Map<MediaDigest, StoredMedia> media = new HashMap<>();
  final Map<Requests.Name, Requests.Known> requests = new HashMap<>();
  final Map<Lease, Call> calls = new HashMap<>();
  final Books books = new Books();
  final List<Entry> events = new ArrayList<>();
  final Map<TaskStatus, Long> counts = new EnumMap<>(TaskStatus.class);
  Optional<Instant> pausedSince = Optional.empty();
  long lastOrdinal;
  long lastPosition;
  long epoch;

  void insert(Row row) {
    rows.put(row.id(), row);
    byOrdinal.put(row.ordinal, row);
    ordinals.put(row.id(), row.ordinal);
  }

  void remove(Row row) {
    rows.remove(row.id());
    byOrdinal.remove(row.ordinal);
  }

  long count(TaskStatus status) {
    return counts.getOrDefault(status, 0L);
  }
}
