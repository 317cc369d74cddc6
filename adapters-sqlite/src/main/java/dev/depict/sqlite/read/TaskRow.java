package dev.depict.sqlite.read;

import dev.depict.domain.answer.Answer;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.Origin;
import dev.depict.domain.task.Progress;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Dictionaries;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.TextList;
import dev.depict.sqlite.db.Uuids;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns {@link #COLUMNS}, in their order; no two of them have one name. */
record TaskRow(
    long ordinal,
    byte[] id,
    long principal,
    String source,
    String prompt,
    String context,
    String labels,
    @Nullable String requestId,
    byte @Nullable [] supersedes,
    byte[] digest,
    long format,
    long bytes,
    int width,
    int height,
    long profile,
    long quota,
    long estimateTokens,
    long estimateCost,
    long lane,
    long status,
    byte @Nullable [] leader,
    int round,
    int attempts,
    int countedFailures,
    int crashes,
    @Nullable Long nextAttemptTime,
    long createTime,
    @Nullable Long startTime,
    @Nullable Long finishTime,
    long updateTime,
    boolean reused,
    @Nullable Long answer,
    @Nullable Long failureClass,
    @Nullable String failureCode,
    @Nullable String failureWords) {
  static final String COLUMNS =
      """
      t.ordinal, t.id, t.principal, x.source, x.prompt, x.context, x.labels, x.request_id,
      x.supersedes, m.digest, m.format, m.bytes, m.width, m.height, t.profile, t.quota,
      t.estimate_tokens, t.estimate_cost, t.lane, t.status, l.id AS leader, t.round, t.attempts,
      t.counted_failures, t.crashes, t.next_attempt_time, t.create_time, t.start_time, t.finish_time,
      t.update_time, t.reused, t.answer, f.class, f.code, f.words
      """;

  static final String FROM =
      """
      FROM task t
      CROSS JOIN task_text x ON x.task = t.ordinal
      CROSS JOIN media m ON m.ordinal = t.media
      LEFT JOIN task l ON l.media = iif(t.leader IS NULL, NULL, t.media)
        AND l.fingerprint = t.fingerprint AND l.live = 1
      LEFT JOIN failure f ON f.ordinal = t.failure
      """;

  /** Reads the columns. */
  static TaskRow read(Row row) throws SQLException {
    return new TaskRow(
        row.number(1),
        row.bytes(2),
        row.number(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.maybeText(8).orElse(null),
        row.maybeBytes(9).orElse(null),
        row.bytes(10),
        row.number(11),
        row.number(12),
        row.small(13),
        row.small(14),
        row.number(15),
        row.number(16),
        row.number(17),
        row.number(18),
        row.number(19),
        row.number(20),
        row.maybeBytes(21).orElse(null),
        row.small(22),
        row.small(23),
        row.small(24),
        row.small(25),
        row.numberOrNull(26),
        row.number(27),
        row.numberOrNull(28),
        row.numberOrNull(29),
        row.number(30),
        row.number(31) != 0,
        row.numberOrNull(32),
        row.numberOrNull(33),
        row.maybeText(34).orElse(null),
        row.maybeText(35).orElse(null));
  }

  Task task(Dictionaries dictionaries, Optional<Answer> stored) {
    var media =
        new Media(MediaDigest.ofBytes(digest), Codes.FORMAT.constant(format), bytes, width, height);
    return new Task(
        new TaskId(Uuids.of(id)),
        new Origin(
            dictionaries.names().value(principal),
            source,
            TextList.split(labels),
            Optional.ofNullable(requestId)),
        media,
        dictionaries.profiles().value(profile).question(media.digest(), prompt, context),
        new Estimate(
            dictionaries.quotas().value(quota), estimateTokens, new MicroDollars(estimateCost)),
        Codes.LANE.constant(lane),
        Optional.ofNullable(supersedes).map(Uuids::of).map(TaskId::new),
        progress(),
        reused,
        stored,
        failure());
  }

  private Progress progress() {
    return new Progress(
        Codes.STATUS.constant(status),
        Optional.ofNullable(leader).map(Uuids::of).map(TaskId::new),
        round,
        attempts,
        countedFailures,
        crashes,
        time(nextAttemptTime),
        Instant.ofEpochMilli(createTime),
        time(startTime),
        time(finishTime),
        Instant.ofEpochMilli(updateTime));
  }

  private Optional<Failure> failure() {
    return Failures.of(failureClass, failureCode, failureWords);
  }

  private static Optional<Instant> time(@Nullable Long millis) {
    return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
  }
}
