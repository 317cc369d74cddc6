package dev.depict.sqlite.read;

import dev.depict.application.port.out.UsageBook;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.answer.Chunk;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.question.Fingerprint;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.db.Dictionaries;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.db.Uuids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads whole things over one connection, for the thread that owns it. */
public final class Reader {
  private final Mappers mappers;
  private final Direct direct;
  private final Dictionaries dictionaries;

  /**
   * @param sql over the same connection
   */
  public Reader(Connection connection, Sql sql, Dictionaries dictionaries) {
    this.mappers = Mappers.over(connection);
    this.direct = new Direct(sql, dictionaries);
    this.dictionaries = dictionaries;
  }

  Mappers mappers() {
    return mappers;
  }

  Direct direct() {
    return direct;
  }

  /** To be called after a failure, whose statement may not be usable any more. */
  public void renew() {
    mappers.renew();
  }

  public Optional<Task> task(TaskId id) throws SQLException {
    return task(direct.task(id));
  }

  public List<Attempt> attempts(TaskId id) {
    return mappers.tasks().attempts(Uuids.bytes(id.value())).stream()
        .map(row -> row.attempt(dictionaries))
        .toList();
  }

  public List<QuotaKey> readyKeys() throws SQLException {
    return direct.keys();
  }

  public List<Task> heads(QuotaKey key, int limit) throws SQLException {
    return tasks(direct.heads(key, limit));
  }

  /** The ready task of a key that was ingested first, in the lanes less urgent than this one. */
  public Optional<Task> overtaken(QuotaKey key, Lane lane) throws SQLException {
    return task(direct.overtaken(key, lane));
  }

  public Optional<Answer> newestAnswer(Question question) {
    return Optional.ofNullable(
            mappers.answers().newest(question.media().bytes(), question.fingerprint().bytes()))
        .map(AnswerRow::answer);
  }

  public Answer answer(long ordinal) throws SQLException {
    return direct.answer(ordinal);
  }

  public Optional<Chunk> chunk(byte[] answerId) {
    return Optional.ofNullable(mappers.answers().chunk(answerId)).map(ChunkRow::chunk);
  }

  /**
   * @param query in the language of the full-text index
   */
  public List<Chunk> search(String query, int limit) {
    return mappers.answers().search(query, limit).stream()
        .map(ordinal -> mappers.answers().chunkOf(ordinal).chunk())
        .toList();
  }

  public Optional<Media> media(MediaDigest digest) {
    return Optional.ofNullable(mappers.media().info(digest.bytes())).map(MediaRow::media);
  }

  /** The bytes of a picture that is a row. */
  public Optional<byte[]> content(MediaDigest digest) throws SQLException {
    return direct.content(digest);
  }

  public List<UsageBook.Send> sends(QuotaKey key, Instant since) {
    long quota = dictionaries.quotas().ordinal(key);
    return mappers.usage().sends(quota, since.toEpochMilli()).stream().map(SendRow::send).toList();
  }

  public Map<QuotaKey, DayUsage> usage(LocalDate day) {
    return mappers.usage().day(day.toEpochDay()).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                row -> dictionaries.quotas().value(row.quota()), UsageRow::usage));
  }

  /** How many tasks of the same quota are claimed until a ready one is, at least 1. */
  long position(PlaceRow place) {
    long moreUrgent = mappers.queue().moreUrgent(place.quota(), place.ready());
    long upTo = mappers.queue().upTo(place.quota(), place.ready(), place.ordinal());
    return Math.max(1, moreUrgent + upTo);
  }

  Map.Entry<QuotaKey, Long> named(PlaceRow place) {
    return Map.entry(dictionaries.quotas().value(place.quota()), position(place));
  }

  /** What providers taught of a key, or of all. */
  public List<Lesson> lessons(Optional<QuotaKey> key) {
    Long quota = key.map(dictionaries.quotas()::ordinal).orElse(null);
    return mappers.queue().lessons(quota).stream()
        .map(row -> row.lesson(dictionaries.quotas()))
        .toList();
  }

  public Set<Fingerprint> answered(List<Question> questions) {
    return Questions.fingerprints(mappers.questions().answered(Questions.json(questions)));
  }

  public Set<Fingerprint> underWay(List<Question> questions) {
    return Questions.fingerprints(mappers.questions().underWay(Questions.json(questions)));
  }

  /** The place of a task in the list of all, also of a deleted one. */
  OptionalLong ordinal(TaskId id) {
    Long ordinal = mappers.tasks().ordinal(Uuids.bytes(id.value()));
    return ordinal == null ? OptionalLong.empty() : OptionalLong.of(ordinal);
  }

  List<Task> tasks(List<TaskRow> rows) throws SQLException {
    var tasks = new ArrayList<Task>(rows.size());
    for (TaskRow row : rows) {
      tasks.add(task(row));
    }
    return tasks;
  }

  Task task(TaskRow row) throws SQLException {
    Long answer = row.answer();
    return row.task(
        dictionaries, answer == null ? Optional.empty() : Optional.of(direct.answer(answer)));
  }

  private Optional<Task> task(Optional<TaskRow> row) throws SQLException {
    return row.isPresent() ? Optional.of(task(row.get())) : Optional.empty();
  }
}
