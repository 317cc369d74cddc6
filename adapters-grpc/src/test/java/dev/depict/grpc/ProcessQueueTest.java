package dev.depict.grpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.Duration;
import dev.depict.application.port.in.ProcessQueue.Fate;
import dev.depict.application.port.in.ProcessQueue.Report;
import dev.depict.application.port.in.ProcessQueue.Result;
import dev.depict.application.port.in.ProcessQueue.Selection;
import dev.depict.application.port.in.TaskView;
import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.error.TaskAlreadyFinal;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.domain.error.TaskRunning;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.domain.task.WaitReason;
import dev.depict.proto.v1.ProcessOutcome;
import dev.depict.proto.v1.ProcessQueueRequest;
import dev.depict.proto.v1.ProcessQueueResponse;
import dev.depict.proto.v1.Task;
import dev.depict.testkit.fixture.TaskFixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessQueueTest {
  private static final Report NOTHING = new Report(List.of(), Optional.empty(), 0);

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void without_a_target_one_due_task_is_worked_and_nothing_waited_for() throws Exception {
    ListenableFuture<ProcessQueueResponse> call =
        rig.queueLater().processQueue(ProcessQueueRequest.getDefaultInstance());

    HeldProcessing.Asked asked = rig.processing.next();
    asked.callback().accept(NOTHING);

    assertThat(asked.selection()).isEqualTo(new Selection.Due(1));
    assertThat(asked.maxWait()).isZero();
    assertThat(ended(call)).isEqualTo(ProcessQueueResponse.getDefaultInstance());
  }

  @Test
  void results_the_wait_and_what_is_left_are_told() throws Exception {
    Task task = rig.ingest("a.png");
    rig.end(task, TaskFixtures.answered("A bird"));
    ListenableFuture<ProcessQueueResponse> call =
        rig.queueLater()
            .processQueue(
                ProcessQueueRequest.newBuilder()
                    .setMaxTasks(1_000)
                    .setMaxWait(Duration.newBuilder().setSeconds(7))
                    .build());

    HeldProcessing.Asked asked = rig.processing.next();
    var until = rig.clock.instant().plusSeconds(4);
    var wait = new WaitReason(WaitReason.Kind.QUOTA, Optional.of(until));
    asked
        .callback()
        .accept(
            new Report(
                List.of(new Result(view(Rig.id(task)), Fate.COMPLETED)), Optional.of(wait), 41));

    ProcessQueueResponse response = ended(call);
    assertThat(asked.selection()).isEqualTo(new Selection.Due(1_000));
    assertThat(asked.maxWait()).hasSeconds(7);
    assertThat(response.getResults(0).getOutcome())
        .isEqualTo(ProcessOutcome.PROCESS_OUTCOME_COMPLETED);
    assertThat(response.getResults(0).getTask().getAnswer().getAltText()).isEqualTo("A bird");
    assertThat(response.getWait().getReason())
        .isEqualTo(dev.depict.proto.v1.WaitReason.WAIT_REASON_QUOTA);
    assertThat(response.getWait().getUntilTime()).isEqualTo(Times.timestamp(until));
    assertThat(response.getPendingCount()).isEqualTo(41);
  }

  @Test
  void a_task_can_be_named() throws Exception {
    TaskId id = TaskFixtures.unknownTask();
    ListenableFuture<ProcessQueueResponse> call =
        rig.queueLater()
            .processQueue(ProcessQueueRequest.newBuilder().setTask(TaskMapper.name(id)).build());

    HeldProcessing.Asked asked = rig.processing.next();
    asked.callback().accept(NOTHING);

    assertThat(asked.selection()).isEqualTo(new Selection.Named(id));
    assertThat(ended(call).getResultsList()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_fate_has_its_outcome(Fate fate) {
    assertThat(QueueEnums.outcome(fate)).hasToString("PROCESS_OUTCOME_" + fate.name());
  }

  @Test
  void a_named_task_that_cannot_be_worked_is_refused() {
    TaskId id = TaskFixtures.unknownTask();
    Map<CallerMistake, String> mistakes =
        Map.of(
            new TaskNotFound(id),
            "TASK_NOT_FOUND",
            new TaskAlreadyFinal(id, TaskStatus.COMPLETED),
            "TASK_ALREADY_FINAL",
            new TaskRunning(id),
            "TASK_RUNNING");
    var request = ProcessQueueRequest.newBuilder().setTask(TaskMapper.name(id)).build();

    mistakes.forEach((mistake, reason) -> {
      rig.processing.mistake = Optional.of(mistake);
      assertThat(Errors.reason(() -> rig.queue().processQueue(request))).isEqualTo(reason);
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_001})
  void a_number_of_tasks_out_of_range_is_refused(int max) {
    assertThat(fields(ProcessQueueRequest.newBuilder().setMaxTasks(max)))
        .containsExactly("max_tasks");
  }

  @Test
  void every_faulty_field_is_named_at_once() {
    assertThat(
            fields(
                ProcessQueueRequest.newBuilder()
                    .setTask("7")
                    .setMaxWait(Duration.newBuilder().setSeconds(-1))))
        .containsExactly("task", "max_wait");
  }

  @Test
  void the_wait_for_quota_ends_before_the_deadline() throws Exception {
    ListenableFuture<ProcessQueueResponse> call =
        rig.queueLater()
            .withDeadlineAfter(15, SECONDS)
            .processQueue(
                ProcessQueueRequest.newBuilder()
                    .setMaxWait(Duration.newBuilder().setSeconds(60))
                    .build());

    HeldProcessing.Asked asked = rig.processing.next();
    asked.callback().accept(NOTHING);

    assertThat(asked.maxWait())
        .isBetween(java.time.Duration.ofSeconds(5), java.time.Duration.ofMillis(14_750));
    ended(call);
  }

  @Test
  void a_client_that_goes_away_starts_nothing_more() throws Exception {
    ListenableFuture<ProcessQueueResponse> call =
        rig.queueLater().processQueue(ProcessQueueRequest.getDefaultInstance());
    HeldProcessing.Asked asked = rig.processing.next();

    call.cancel(true);

    assertThat(asked.wasCancelled()).isTrue();
    asked.callback().accept(NOTHING);
  }

  @Test
  void a_stopping_server_ends_the_work_and_says_so() throws Exception {
    ListenableFuture<ProcessQueueResponse> call =
        rig.queueLater().processQueue(ProcessQueueRequest.getDefaultInstance());
    HeldProcessing.Asked asked = rig.processing.next();

    rig.server.stop(Rig.PATIENCE);

    assertThat(asked.wasCancelled()).isTrue();
    Throwable thrown = catchThrowable(() -> ended(call));
    assertThat(thrown).isInstanceOf(ExecutionException.class);
    assertThat(Errors.info(Errors.of(thrown)).getReason()).isEqualTo("SHUTTING_DOWN");
  }

  private TaskView view(TaskId id) {
    return new TaskView(rig.store.tasks().find(id).orElseThrow(), Optional.empty());
  }

  private List<String> fields(ProcessQueueRequest.Builder request) {
    return Errors.fields(Errors.of(() -> rig.queue().processQueue(request.build())));
  }

  private static ProcessQueueResponse ended(ListenableFuture<ProcessQueueResponse> call)
      throws Exception {
    return call.get(Rig.PATIENCE.toSeconds(), SECONDS);
  }
}
