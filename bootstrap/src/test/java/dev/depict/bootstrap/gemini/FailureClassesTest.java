package dev.depict.bootstrap.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.fault.Faults;
import dev.depict.emulator.quota.Limits;
import dev.depict.proto.v1.Attempt;
import dev.depict.proto.v1.AttemptState;
import dev.depict.proto.v1.FailureClass;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.NextStep;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.WaitReason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each class of failure by its cause, as a caller sees it. */
class FailureClassesTest {
  /** What a matcher of substrings would take for three different failures. */
  private static final String MISLEADING = "IMG_0429 503 timeout.jpg";

  private static final Map<String, String> QUICK =
      Map.of("retry.base-delay", "5ms", "gemini.timeout", "1s");

  @TempDir Path data;

  private static IngestRequest.Builder picture(int code) {
    return GeminiHouse.picture(code)
        .setSource(MISLEADING)
        .setUserPrompt("429 RESOURCE_EXHAUSTED 401 API_KEY_INVALID: what is on " + MISLEADING + "?")
        .setContextText("SAFETY MAX_TOKENS 404 NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({
    "REQUEST_TIMEOUT, CAPACITY, 408, FAILED",
    "RESOURCE_EXHAUSTED, CAPACITY, 429, FAILED",
    "INTERNAL, CAPACITY, 500, FAILED",
    "BAD_GATEWAY, CAPACITY, 502, FAILED",
    "UNAVAILABLE, CAPACITY, 503, FAILED",
    "DEADLINE_EXCEEDED, CAPACITY, 504, FAILED",
    "HTML_ERROR, CAPACITY, 502, FAILED",
    "HANG, NETWORK, '', UNKNOWN",
    "RESET_BEFORE_READING, NETWORK, '', UNKNOWN",
    "RESET_AFTER_READING, NETWORK, '', UNKNOWN",
    "BAD_JSON, BAD_ANSWER, '', FAILED",
    "MISSING_FIELD, BAD_ANSWER, '', FAILED",
    "EMPTY_TEXT, BAD_ANSWER, '', FAILED",
  })
  void what_may_pass_is_tried_again_and_counted(
      Fault fault, String failureClass, String code, String state) throws Exception {
    try (GeminiEmulator emulator = GeminiHouse.emulator();
        var house = GeminiHouse.open(data, emulator, QUICK)) {
      emulator.faults().onNext(2, fault);

      Task ended = house.end(house.ingest(picture(1)));

      assertThat(ended.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_COMPLETED);
      assertThat(ended.getAttemptsList()).hasSize(3);
      assertThat(ended.getCountedFailureCount()).isEqualTo(2);
      for (Attempt attempt : ended.getAttemptsList().subList(0, 2)) {
        assertThat(attempt.getState()).isEqualTo(AttemptState.valueOf("ATTEMPT_STATE_" + state));
        assertThat(attempt.getCounted()).isTrue();
        assertThat(attempt.getFailure().getFailureClass()).isEqualTo(failureClass(failureClass));
        assertThat(attempt.getFailure().getCode()).contains(code);
        assertThat(attempt.getFailure().getProviderMessage()).isNotBlank();
        assertThat(attempt.hasSendTime()).isTrue();
      }
      assertThat(ended.getAttempts(2).getState()).isEqualTo(AttemptState.ATTEMPT_STATE_SUCCEEDED);
      assertThat(emulator.books().count()).isEqualTo(3);
    }
  }

  @Test
  void what_does_not_pass_fails_after_five_counted_attempts() throws Exception {
    try (GeminiEmulator emulator = GeminiHouse.emulator();
        var house = GeminiHouse.open(data, emulator, QUICK)) {
      emulator.faults().onNext(Faults.ALWAYS, Fault.UNAVAILABLE);

      Task ended = house.end(house.ingest(picture(1)));

      assertThat(ended.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_FAILED);
      assertThat(ended.getFailure().getFailureClass())
          .isEqualTo(FailureClass.FAILURE_CLASS_CAPACITY);
      assertThat(ended.getFailure().getNextStep()).isEqualTo(NextStep.NEXT_STEP_RETRY_TASK);
      assertThat(ended.getAttemptsList()).hasSize(5).allMatch(Attempt::getCounted);
      assertThat(emulator.books().count()).isEqualTo(5);
    }
  }

  @Test
  void a_task_that_is_tried_again_says_when() throws Exception {
    try (GeminiEmulator emulator = GeminiHouse.emulator();
        var house = GeminiHouse.open(data, emulator, Map.of("retry.base-delay", "30s"))) {
      emulator.faults().onNext(1, Fault.UNAVAILABLE);
      Instant before = Instant.now();

      Task task =
          house.until(
              house.ingest(picture(1)), found -> found.getAttemptCount() == 1 && isPending(found));

      assertThat(task.getWait().getReason()).isEqualTo(WaitReason.WAIT_REASON_RETRY);
      assertThat(task.getWait().getUntilTime()).isEqualTo(task.getNextAttemptTime());
      Instant next = Instant.ofEpochMilli(Timestamps.toMillis(task.getNextAttemptTime()));
      assertThat(next).isBetween(before.plusSeconds(30), Instant.now().plusSeconds(60));
      assertThat(task.getFailure().getFailureClass())
          .isEqualTo(FailureClass.FAILURE_CLASS_CAPACITY);
      assertThat(task.getFailure().getNextStep()).isEqualTo(NextStep.NEXT_STEP_AUTOMATIC_RETRY);
    }
  }

  @Test
  void an_answer_that_is_cut_off_is_asked_for_once_more_and_then_fails() throws Exception {
    try (GeminiEmulator emulator = GeminiHouse.emulator();
        var house = GeminiHouse.open(data, emulator, QUICK)) {
      emulator.faults().onNext(Faults.ALWAYS, Fault.MAX_TOKENS);

      Task ended = house.end(house.ingest(picture(1)));

      assertThat(ended.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_FAILED);
      assertThat(ended.getAttemptsList()).hasSize(2);
      assertThat(ended.getAttempts(0).getFailure().getFailureClass())
          .isEqualTo(FailureClass.FAILURE_CLASS_TRUNCATED);
      assertThat(ended.getAttemptsList())
          .allMatch(attempt -> attempt.getUsage().getOutputTokens() > 0)
          .allMatch(attempt -> attempt.getCostMicroUsd() > 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PROMPT_BLOCKED, BLOCKED",
    "SAFETY, BLOCKED",
    "RECITATION, BLOCKED",
    "PROHIBITED_CONTENT, BLOCKED",
    "SPII, BLOCKED",
    "BAD_REQUEST, INPUT",
  })
  void what_trying_again_cannot_mend_fails_at_once(Fault fault, String failureClass)
      throws Exception {
    try (GeminiEmulator emulator = GeminiHouse.emulator();
        var house = GeminiHouse.open(data, emulator, QUICK)) {
      emulator.faults().onCode(1, fault);

      Task bad = house.end(house.ingest(picture(1)));
      Task good = house.end(house.ingest(picture(2)));

      assertThat(bad.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_FAILED);
      assertThat(bad.getFailure().getFailureClass()).isEqualTo(failureClass(failureClass));
      assertThat(bad.getFailure().getNextStep()).isEqualTo(NextStep.NEXT_STEP_CHANGE_REQUEST);
      assertThat(bad.getAttemptsList()).hasSize(1);
      assertThat(good.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_COMPLETED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KEY_INVALID, AUTH, CREDENTIAL",
    "FAILED_PRECONDITION, AUTH, CREDENTIAL",
    "UNAUTHENTICATED, AUTH, CREDENTIAL",
    "PERMISSION_DENIED, AUTH, CREDENTIAL",
    "MODEL_NOT_FOUND, MODEL_GONE, MODEL",
  })
  void what_somebody_has_to_mend_makes_tasks_wait(Fault fault, String failureClass, String reason)
      throws Exception {
    try (GeminiEmulator emulator = GeminiHouse.emulator();
        var house = GeminiHouse.open(data, emulator, QUICK)) {
      emulator.faults().onNext(Faults.ALWAYS, fault);

      Task first = house.ingest(picture(1));
      Task waiting = house.until(first, found -> found.getAttemptCount() == 1 && isPending(found));
      Task second = house.ingest(picture(2));

      assertThat(waiting.getAttempts(0).getFailure().getFailureClass())
          .isEqualTo(failureClass(failureClass));
      assertThat(waiting.getAttempts(0).getCounted()).isFalse();
      assertThat(waiting.getCountedFailureCount()).isZero();
      assertThat(waiting.getFailure().getNextStep()).isEqualTo(NextStep.NEXT_STEP_WAIT);
      for (Task task : List.of(waiting, house.task(second.getName()))) {
        assertThat(task.getWait().getReason())
            .isEqualTo(WaitReason.valueOf("WAIT_REASON_" + reason));
        assertThat(task.getWait().hasUntilTime()).isTrue();
      }
      assertThat(emulator.books().count()).isEqualTo(1);
    }
  }

  @Test
  void the_limit_of_a_minute_is_not_counted_and_says_until_when() throws Exception {
    try (GeminiEmulator emulator = GeminiHouse.emulator();
        var house = GeminiHouse.open(data, emulator, QUICK)) {
      emulator.limits(Limits.none().withRequestsPerMinute(1));
      house.end(house.ingest(picture(1)));

      Task waiting =
          house.until(
              house.ingest(picture(2)), found -> found.getAttemptCount() == 1 && isPending(found));

      assertThat(waiting.getAttempts(0).getFailure().getFailureClass())
          .isEqualTo(FailureClass.FAILURE_CLASS_QUOTA);
      assertThat(waiting.getAttempts(0).getCounted()).isFalse();
      assertThat(waiting.getWait().getReason()).isEqualTo(WaitReason.WAIT_REASON_QUOTA);
      assertThat(waiting.getWait().hasUntilTime()).isTrue();
    }
  }

  @Test
  void the_limit_of_a_day_waits_for_midnight_in_los_angeles() throws Exception {
    try (GeminiEmulator emulator = GeminiHouse.emulator();
        var house = GeminiHouse.open(data, emulator, QUICK)) {
      emulator.limits(Limits.none().withRequestsPerDay(1));
      house.end(house.ingest(picture(1)));

      Task waiting =
          house.until(
              house.ingest(picture(2)), found -> found.getAttemptCount() == 1 && isPending(found));

      assertThat(waiting.getAttempts(0).getFailure().getFailureClass())
          .isEqualTo(FailureClass.FAILURE_CLASS_QUOTA_DAY);
      assertThat(waiting.getWait().getReason()).isEqualTo(WaitReason.WAIT_REASON_QUOTA_DAY);
      assertThat(emulator.books().count()).isEqualTo(2);
    }
  }

  @Test
  void a_provider_that_is_not_reached_is_booked_as_nothing() throws Exception {
    GeminiEmulator gone = GeminiHouse.emulator();
    gone.close();
    try (var house = GeminiHouse.open(data, gone, QUICK)) {
      Task task = house.ingest(picture(1));
      Task waiting =
          house.until(
              task,
              found ->
                  found.getWait().getReason() == WaitReason.WAIT_REASON_PROVIDER_DOWN
                      && found.getCountedFailureCount() == 0);

      assertThat(waiting.getAttemptsList())
          .hasSize(5)
          .noneMatch(Attempt::getCounted)
          .noneMatch(Attempt::hasSendTime)
          .allMatch(attempt -> attempt.getCostMicroUsd() == 0)
          .allMatch(attempt ->
              attempt.getFailure().getFailureClass() == FailureClass.FAILURE_CLASS_NETWORK);
    }
  }

  private static boolean isPending(Task task) {
    return task.getStatus() == TaskStatus.TASK_STATUS_PENDING;
  }

  private static FailureClass failureClass(String name) {
    return FailureClass.valueOf("FAILURE_CLASS_" + name);
  }
}
