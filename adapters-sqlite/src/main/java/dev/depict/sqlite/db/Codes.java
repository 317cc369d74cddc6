package dev.depict.sqlite.db;

import static java.util.Map.entry;

import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import java.util.Map;

/** The stored numbers of every enum. A new constant gets a new number, none is used again. */
public final class Codes {
  // The numbers stand in the statements and in the partial indexes too.
  public static final Code<TaskStatus> STATUS =
      new Code<>(
          TaskStatus.class,
          Map.of(
              TaskStatus.PENDING, 0,
              TaskStatus.PROCESSING, 1,
              TaskStatus.COMPLETED, 2,
              TaskStatus.FAILED, 3,
              TaskStatus.CANCELLED, 4));

  /** The more urgent lane has the smaller number: the ready index sorts by it. */
  public static final Code<Lane> LANE =
      new Code<>(Lane.class, Map.of(Lane.INTERACTIVE, 0, Lane.NORMAL, 1, Lane.BULK, 2));

  public static final Code<EventType> EVENT =
      new Code<>(
          EventType.class,
          Map.ofEntries(
              entry(EventType.CREATED, 1),
              entry(EventType.STARTED, 2),
              entry(EventType.RETRY_SCHEDULED, 3),
              entry(EventType.GIVEN_BACK, 4),
              entry(EventType.COMPLETED, 5),
              entry(EventType.FAILED, 6),
              entry(EventType.CANCELLED, 7),
              entry(EventType.RETRIED, 8),
              entry(EventType.PROMOTED, 9),
              entry(EventType.LANE_RAISED, 10),
              entry(EventType.DELETED, 11)));

  public static final Code<AttemptState> ATTEMPT =
      new Code<>(
          AttemptState.class,
          Map.of(
              AttemptState.STARTED, 0,
              AttemptState.SENT, 1,
              AttemptState.SUCCEEDED, 2,
              AttemptState.FAILED, 3,
              AttemptState.UNKNOWN, 4));

  public static final Code<FailureClass> FAILURE =
      new Code<>(
          FailureClass.class,
          Map.ofEntries(
              entry(FailureClass.QUOTA, 1),
              entry(FailureClass.QUOTA_DAY, 2),
              entry(FailureClass.CAPACITY, 3),
              entry(FailureClass.NETWORK, 4),
              entry(FailureClass.BAD_ANSWER, 5),
              entry(FailureClass.TRUNCATED, 6),
              entry(FailureClass.BLOCKED, 7),
              entry(FailureClass.INPUT, 8),
              entry(FailureClass.AUTH, 9),
              entry(FailureClass.MODEL_GONE, 10),
              entry(FailureClass.CRASH, 11)));

  public static final Code<MediaFormat> FORMAT =
      new Code<>(
          MediaFormat.class,
          Map.of(
              MediaFormat.JPEG, 1,
              MediaFormat.PNG, 2,
              MediaFormat.WEBP, 3,
              MediaFormat.HEIC, 4,
              MediaFormat.HEIF, 5,
              MediaFormat.GIF, 6,
              MediaFormat.BMP, 7,
              MediaFormat.TIFF, 8));

  public static final Code<MediaResolution> RESOLUTION =
      new Code<>(
          MediaResolution.class,
          Map.of(MediaResolution.LOW, 1, MediaResolution.MEDIUM, 2, MediaResolution.HIGH, 3));

  public static final Code<LimitKind> LIMIT =
      new Code<>(
          LimitKind.class,
          Map.of(
              LimitKind.REQUESTS_PER_MINUTE, 1,
              LimitKind.INPUT_TOKENS_PER_MINUTE, 2,
              LimitKind.REQUESTS_PER_DAY, 3));

  private Codes() {}
}
