package dev.depict.grpc;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.error.EntryRejected;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.domain.error.MediaNotFound;
import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.error.PathNotAllowed;
import dev.depict.domain.error.QuestionTooLarge;
import dev.depict.domain.error.QueueFull;
import dev.depict.domain.error.RequestIdReused;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.error.TaskAlreadyFinal;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.domain.error.TaskNotRetryable;
import dev.depict.domain.error.TaskRunning;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.fixture.TaskFixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusMapperTest {
  private static final TaskId TASK = TaskFixtures.unknownTask();

  private static final Map<CallerMistake, Code> MISTAKES =
      Map.ofEntries(
          entry(new EntryRejected(3, new QueueFull(7)), Code.RESOURCE_EXHAUSTED),
          entry(new InvalidRequest("labels", "too many; give fewer"), Code.INVALID_ARGUMENT),
          entry(new MediaNotFound(MediaDigest.of(new byte[] {1})), Code.NOT_FOUND),
          entry(
              new MediaRejected(MediaRejected.Reason.TOO_LARGE, "too large; send a smaller one"),
              Code.INVALID_ARGUMENT),
          entry(new PathNotAllowed("/etc/a.png", "it is outside"), Code.PERMISSION_DENIED),
          entry(new QuestionTooLarge(300_000, 250_000), Code.FAILED_PRECONDITION),
          entry(new QueueFull(7), Code.RESOURCE_EXHAUSTED),
          entry(new RequestIdReused("r-1", TASK), Code.ALREADY_EXISTS),
          entry(new ResumeTokenTooOld(), Code.OUT_OF_RANGE),
          entry(new TaskAlreadyFinal(TASK, TaskStatus.COMPLETED), Code.FAILED_PRECONDITION),
          entry(new TaskNotFound(TASK), Code.NOT_FOUND),
          entry(new TaskNotRetryable(TASK, TaskStatus.PENDING), Code.FAILED_PRECONDITION),
          entry(new TaskRunning(TASK), Code.FAILED_PRECONDITION));

  @Test
  void every_mistake_of_a_caller_has_a_status_that_says_it_all() {
    assertThat(MISTAKES.keySet().stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(List.of(CallerMistake.class.getPermittedSubclasses()));

    MISTAKES.forEach((mistake, code) -> {
      Status status = StatusMapper.status(Fault.of(mistake));
      assertThat(status.getCode()).as("code of %s", mistake).isEqualTo(code.getNumber());
      assertThat(status.getMessage()).isNotBlank();
      assertThat(Errors.info(status).getReason()).isIn(reasons());
    });
  }

  @ParameterizedTest
  @EnumSource
  void every_way_to_reject_a_picture_has_its_reason(MediaRejected.Reason reason) {
    Status status = StatusMapper.status(Fault.of(new MediaRejected(reason, "no")));

    assertThat(Errors.info(status).getReason()).isEqualTo("MEDIA_" + reason.name());
  }

  @Test
  void who_may_succeed_later_is_told_when() {
    Status full = StatusMapper.status(Fault.of(new QueueFull(7)));
    Status unknown = StatusMapper.status(Fault.of(new TaskNotFound(TASK)));

    assertThat(Errors.info(full).getMetadataMap()).containsEntry("limit", "7");
    assertThat(full.getDetailsList()).anyMatch(detail -> detail.is(RetryInfo.class));
    assertThat(unknown.getDetailsList()).noneMatch(detail -> detail.is(RetryInfo.class));
  }

  private static List<String> reasons() {
    return Arrays.stream(Reason.values()).map(Enum::name).toList();
  }
}
