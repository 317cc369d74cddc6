package dev.depict.grpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.depict.application.port.out.Expense;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.task.FailureClass;
import dev.depict.proto.v1.Attempt;
import dev.depict.proto.v1.AttemptState;
import dev.depict.proto.v1.CancelTaskRequest;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.NextStep;
import dev.depict.proto.v1.RetryTaskRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.TaskView;
import dev.depict.proto.v1.WaitReason;
import dev.depict.proto.v1.WaitTaskRequest;
import dev.depict.proto.v1.WaitTaskResponse;
import dev.depict.testkit.fixture.TaskFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskCallsTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void attempts_are_shown_in_the_full_view_alone() {
    Task task = rig.ingest("a.png");
    rig.end(task, TaskFixtures.givenBack());
    rig.end(task, TaskFixtures.failed(FailureClass.NETWORK));

    var request = GetTaskRequest.newBuilder().setName(task.getName());
    Task basic = rig.tasks().getTask(request.build()).getTask();
    Task full = rig.tasks().getTask(request.setView(TaskView.TASK_VIEW_FULL).build()).getTask();

    assertThat(basic.getAttemptsList()).isEmpty();
    assertThat(full.getAttemptsList()).hasSize(2);
    assertThat(full.getAttempts(1).getNumber()).isEqualTo(2);
    assertThat(full.getAttempts(1).getState()).isEqualTo(AttemptState.ATTEMPT_STATE_FAILED);
    assertThat(full.getAttempts(1).getFailure().getNextStep())
        .isEqualTo(NextStep.NEXT_STEP_RETRY_TASK);
    assertThat(full.getFailure().getNextStep()).isEqualTo(NextStep.NEXT_STEP_RETRY_TASK);
    assertThat(full.hasWait()).isFalse();
  }

  @Test
  void an_attempt_tells_when_it_was_sent_and_how_the_provider_names_its_response() {
    Task task = rig.ingest("a.png");
    var sent = rig.clock.instant().plusSeconds(2);
    var charge = new Charge.Billed(TaskFixtures.USAGE, TaskFixtures.COST, "response-7");
    rig.end(task, TaskFixtures.answered("A bird"), Expense.of(sent, charge));

    var request =
        GetTaskRequest.newBuilder().setName(task.getName()).setView(TaskView.TASK_VIEW_FULL);
    Attempt attempt = rig.tasks().getTask(request.build()).getTask().getAttempts(0);

    assertThat(attempt.getSendTime()).isEqualTo(Times.timestamp(sent));
    assertThat(attempt.getExternalId()).isEqualTo("response-7");
    assertThat(attempt.getCostMicroUsd()).isEqualTo(TaskFixtures.COST.value());
  }

  @Test
  void an_attempt_that_sent_nothing_tells_no_time_of_sending() {
    Task task = rig.ingest("a.png");
    rig.end(task, TaskFixtures.givenBack());

    var request =
        GetTaskRequest.newBuilder().setName(task.getName()).setView(TaskView.TASK_VIEW_FULL);
    Attempt attempt = rig.tasks().getTask(request.build()).getTask().getAttempts(0);

    assertThat(attempt.hasSendTime()).isFalse();
    assertThat(attempt.getExternalId()).isEmpty();
  }

  @Test
  void a_task_that_will_be_tried_again_says_so() {
    Task task = rig.ingest("a.png");
    rig.end(task, TaskFixtures.retryAt(rig.clock.instant().plusSeconds(60)));

    Task waiting =
        rig.tasks()
            .getTask(
                GetTaskRequest.newBuilder()
                    .setName(task.getName())
                    .setView(TaskView.TASK_VIEW_FULL)
                    .build())
            .getTask();

    assertThat(waiting.getWait().getReason()).isEqualTo(WaitReason.WAIT_REASON_RETRY);
    assertThat(waiting.getNextAttemptTime()).isEqualTo(waiting.getWait().getUntilTime());
    assertThat(waiting.getAttempts(0).getFailure().getNextStep())
        .isEqualTo(NextStep.NEXT_STEP_AUTOMATIC_RETRY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "tasks/7", "tasks/", "media/7", "tasks/1-1-1-1-1"})
  void a_task_name_that_is_none_is_refused(String name) {
    Status status =
        Errors.of(() -> rig.tasks().getTask(GetTaskRequest.newBuilder().setName(name).build()));

    assertThat(Errors.fields(status)).containsExactly("name");
  }

  @Test
  void a_task_that_does_not_exist_is_not_found() {
    String name = TaskMapper.name(TaskFixtures.unknownTask());

    Status status =
        Errors.of(() -> rig.tasks().getTask(GetTaskRequest.newBuilder().setName(name).build()));

    assertThat(status.getCode()).isEqualTo(Code.NOT_FOUND.getNumber());
    assertThat(Errors.info(status).getReason()).isEqualTo("TASK_NOT_FOUND");
    assertThat(Errors.info(status).getMetadataMap()).containsEntry("task", name);
  }

  @Test
  void cancelling_twice_gives_the_cancelled_task_twice() {
    var request = CancelTaskRequest.newBuilder().setName(rig.ingest("a.png").getName()).build();

    Task first = rig.tasks().cancelTask(request).getTask();
    Task second = rig.tasks().cancelTask(request).getTask();

    assertThat(first.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_CANCELLED);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void a_completed_task_can_be_neither_cancelled_nor_retried() {
    Task task = rig.ingest("a.png");
    rig.end(task, TaskFixtures.answered("A bird"));

    Status cancelled =
        Errors.of(() ->
            rig.tasks().cancelTask(CancelTaskRequest.newBuilder().setName(task.getName()).build()));
    Status retried =
        Errors.of(() ->
            rig.tasks().retryTask(RetryTaskRequest.newBuilder().setName(task.getName()).build()));

    assertThat(Errors.info(cancelled).getReason()).isEqualTo("TASK_ALREADY_FINAL");
    assertThat(Errors.info(cancelled).getMetadataMap()).containsEntry("status", "COMPLETED");
    assertThat(Errors.info(retried).getReason()).isEqualTo("TASK_NOT_RETRYABLE");
  }

  @Test
  void a_failed_task_is_retried_in_a_new_round() {
    Task task = rig.ingest("a.png");
    rig.end(task, TaskFixtures.failed(FailureClass.NETWORK));

    Task retried =
        rig.tasks()
            .retryTask(RetryTaskRequest.newBuilder().setName(task.getName()).build())
            .getTask();

    assertThat(retried.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_PENDING);
    assertThat(retried.getRound()).isEqualTo(2);
  }

  @Test
  void waiting_ends_with_the_task() throws Exception {
    Task task = rig.ingest("a.png");
    ListenableFuture<WaitTaskResponse> call =
        rig.tasksLater().waitTask(WaitTaskRequest.newBuilder().setName(task.getName()).build());
    assertThat(rig.waitTimer.nextScheduled()).hasSeconds(30);

    rig.end(task, TaskFixtures.answered("A bird"));

    WaitTaskResponse response = call.get(Rig.PATIENCE.toSeconds(), SECONDS);
    assertThat(response.getDone()).isTrue();
    assertThat(response.getTask().getAnswer().getAltText()).isEqualTo("A bird");
  }

  @Test
  void waiting_for_an_unknown_task_or_a_negative_time_is_refused() {
    String unknown = TaskMapper.name(TaskFixtures.unknownTask());

    assertThat(
            Errors.reason(
                () -> rig.tasks().waitTask(WaitTaskRequest.newBuilder().setName(unknown).build())))
        .isEqualTo("TASK_NOT_FOUND");
    assertThat(
            Errors.fields(
                Errors.of(() ->
                    rig.tasks()
                        .waitTask(
                            WaitTaskRequest.newBuilder()
                                .setMaxWait(Duration.newBuilder().setNanos(-1))
                                .build()))))
        .containsExactly("name", "max_wait");
  }

  @Test
  void a_stopping_server_answers_those_who_wait() throws Exception {
    Task task = rig.ingest("a.png");
    ListenableFuture<WaitTaskResponse> call =
        rig.tasksLater().waitTask(WaitTaskRequest.newBuilder().setName(task.getName()).build());
    rig.waitTimer.nextScheduled();

    rig.server.stop(Rig.PATIENCE);

    WaitTaskResponse response = call.get(Rig.PATIENCE.toSeconds(), SECONDS);
    assertThat(response.getDone()).isFalse();
    assertThat(response.getTask().getName()).isEqualTo(task.getName());
  }
}
