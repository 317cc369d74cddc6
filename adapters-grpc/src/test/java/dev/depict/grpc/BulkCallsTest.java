package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.depict.domain.task.FailureClass;
import dev.depict.proto.v1.CancelTasksRequest;
import dev.depict.proto.v1.CancelTasksResponse;
import dev.depict.proto.v1.DeleteTaskRequest;
import dev.depict.proto.v1.Filter;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.ReanalyzeTasksRequest;
import dev.depict.proto.v1.ReanalyzeTasksResponse;
import dev.depict.proto.v1.RetryTasksRequest;
import dev.depict.proto.v1.RetryTasksResponse;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.testkit.fixture.TaskFixtures;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkCallsTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void all_that_match_and_have_not_ended_are_cancelled() {
    Task done = rig.ingest("photos/1.png");
    rig.end(done, TaskFixtures.answered("A bird"));
    Task waiting = rig.ingest("photos/2.png");
    Task other = rig.ingest("other/3.png");
    var request = CancelTasksRequest.newBuilder().setFilter(photos());

    CancelTasksResponse dry = rig.tasks().cancelTasks(request.clone().setDryRun(true).build());
    assertThat(status(waiting)).isEqualTo(TaskStatus.TASK_STATUS_PENDING);
    CancelTasksResponse real = rig.tasks().cancelTasks(request.build());

    assertThat(real).isEqualTo(dry);
    assertThat(real.getMatchedCount()).isEqualTo(2);
    assertThat(real.getCancelledCount()).isEqualTo(1);
    assertThat(status(waiting)).isEqualTo(TaskStatus.TASK_STATUS_CANCELLED);
    assertThat(status(other)).isEqualTo(TaskStatus.TASK_STATUS_PENDING);
    assertThat(rig.tasks().cancelTasks(request.build()).getCancelledCount()).isZero();
  }

  @Test
  void all_that_match_and_have_failed_are_retried() {
    Task failed = rig.ingest("photos/1.png");
    rig.end(failed, TaskFixtures.failed(FailureClass.BLOCKED));
    rig.ingest("photos/2.png");
    var request = RetryTasksRequest.newBuilder().setFilter(photos());

    RetryTasksResponse dry = rig.tasks().retryTasks(request.clone().setDryRun(true).build());
    assertThat(status(failed)).isEqualTo(TaskStatus.TASK_STATUS_FAILED);
    RetryTasksResponse real = rig.tasks().retryTasks(request.build());

    assertThat(real).isEqualTo(dry);
    assertThat(real.getMatchedCount()).isEqualTo(2);
    assertThat(real.getRetriedCount()).isEqualTo(1);
    assertThat(status(failed)).isEqualTo(TaskStatus.TASK_STATUS_PENDING);
  }

  @Test
  void a_picture_with_an_answer_is_asked_about_again_once() {
    Task old = rig.ingest("photos/1.png");
    rig.end(old, TaskFixtures.answered("A bird"));
    rig.ingest("photos/2.png");
    var request = ReanalyzeTasksRequest.newBuilder().setFilter(photos()).setModel("model-b");

    ReanalyzeTasksResponse dry =
        rig.tasks().reanalyzeTasks(request.clone().setDryRun(true).build());
    ReanalyzeTasksResponse real = rig.tasks().reanalyzeTasks(request.build());

    assertThat(real).isEqualTo(dry);
    assertThat(real.getMatchedCount()).isEqualTo(2);
    assertThat(real.getCreatedCount()).isEqualTo(1);
    Task created = rig.tasks().listTasks(ListTasksRequest.getDefaultInstance()).getTasks(0);
    assertThat(created.getSupersedes()).isEqualTo(old.getName());
    assertThat(created.getModel()).isEqualTo("model-b");
    assertThat(created.getLane()).isEqualTo(Lane.LANE_BULK);
    assertThat(rig.tasks().reanalyzeTasks(request.build()).getCreatedCount()).isZero();
  }

  @Test
  void only_answers_of_the_model_that_is_named_are_asked_for_again() {
    rig.end(rig.ingest("photos/1.png"), TaskFixtures.answered("A bird"));
    var request =
        ReanalyzeTasksRequest.newBuilder().setFilter(photos()).setAnsweredByModel("offline");

    assertThat(rig.tasks().reanalyzeTasks(request.build()).getCreatedCount()).isZero();
  }

  @Test
  void an_empty_request_changes_nothing() {
    Task waiting = rig.ingest("photos/1.png");

    assertThat(
            missing(
                Errors.of(() -> rig.tasks().cancelTasks(CancelTasksRequest.newBuilder().build()))))
        .isTrue();
    assertThat(
            missing(
                Errors.of(() -> rig.tasks().retryTasks(RetryTasksRequest.newBuilder().build()))))
        .isTrue();
    assertThat(
            missing(
                Errors.of(
                    () -> rig.tasks().reanalyzeTasks(ReanalyzeTasksRequest.newBuilder().build()))))
        .isTrue();
    assertThat(status(waiting)).isEqualTo(TaskStatus.TASK_STATUS_PENDING);
  }

  @Test
  void every_faulty_field_of_a_reanalysis_is_named_at_once() {
    var request =
        ReanalyzeTasksRequest.newBuilder()
            .setFilter(Filter.newBuilder().addStatuses(TaskStatus.TASK_STATUS_UNSPECIFIED))
            .setAnsweredByModel(" ")
            .setModel(" ")
            .setLaneValue(77)
            .setMediaResolutionValue(77);

    assertThat(Errors.fields(Errors.of(() -> rig.tasks().reanalyzeTasks(request.build()))))
        .containsExactlyInAnyOrder(
            "filter.statuses[0]", "answered_by_model", "model", "lane", "media_resolution");
  }

  @Test
  void a_deleted_task_is_gone_and_one_at_work_is_not() {
    Task task = rig.ingest("1.png");
    Task running = rig.ingest("2.png");
    rig.store.queue().claim(List.of(Rig.id(running)));

    rig.tasks().deleteTask(named(task));

    assertThat(Errors.reason(() -> rig.tasks().deleteTask(named(task))))
        .isEqualTo("TASK_NOT_FOUND");
    assertThat(Errors.reason(() -> status(task))).isEqualTo("TASK_NOT_FOUND");
    assertThat(Errors.reason(() -> rig.tasks().deleteTask(named(running))))
        .isEqualTo("TASK_RUNNING");
  }

  private static boolean missing(Status status) {
    return status.getCode() == Code.INVALID_ARGUMENT.getNumber()
        && Errors.fields(status).equals(List.of("filter"));
  }

  private TaskStatus status(Task task) {
    return rig.tasks()
        .getTask(GetTaskRequest.newBuilder().setName(task.getName()).build())
        .getTask()
        .getStatus();
  }

  private static DeleteTaskRequest named(Task task) {
    return DeleteTaskRequest.newBuilder().setName(task.getName()).build();
  }

  private static Filter photos() {
    return Filter.newBuilder().setSourcePrefix("photos/").build();
  }
}
