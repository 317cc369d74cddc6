package dev.depict.testkit.memory;

import dev.depict.domain.answer.Answer;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.answer.Chunk;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.question.Fingerprint;
import dev.depict.domain.quota.Lesson;
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
import java.util.stream.Stream;

/** What outlives a restart, under one lock. */
final class Database {
  private static final AtomicLong OPENED = new AtomicLong(1000);

  /**
   * @param content never handed out without a copy
   * @param unneeded since when no task needs it, if none does
   */
  record StoredMedia(Media media, byte[] content, Instant unneeded) {
    StoredMedia unneededSince(Instant time) {
      return new StoredMedia(media, content, time);
    }
  }

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

  /** Whose pictures are being decoded, by which process. */
  final Map<TaskId, Long> flights = new LinkedHashMap<>();

  /** One for each key and kind. */
  final List<Lesson> lessons = new ArrayList<>();

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

  void remove(Row row, Instant now) {
    rows.remove(row.id());
    byOrdinal.remove(row.ordinal);
    media.computeIfPresent(
        row.asked.media().digest(), (digest, stored) -> stored.unneededSince(now));
  }

  /** The tasks ingested before one, or all, the newest first. */
  Stream<Row> newestBefore(Optional<TaskId> task) {
    long ordinal = task.map(id -> ordinals.getOrDefault(id, 0L)).orElse(Long.MAX_VALUE);
    return byOrdinal.headMap(ordinal, false).descendingMap().values().stream();
  }

  long count(TaskStatus status) {
    return counts.getOrDefault(status, 0L);
  }
}
