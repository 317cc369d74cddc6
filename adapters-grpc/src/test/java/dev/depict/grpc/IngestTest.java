package dev.depict.grpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.task.FailureClass;
import dev.depict.proto.v1.DeleteTaskRequest;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.NextStep;
import dev.depict.proto.v1.PauseQueueRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.WaitReason;
import dev.depict.testkit.fixture.TaskFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IngestTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_file_of_the_server_is_read_and_named_as_the_source() {
    var request =
        IngestRequest.newBuilder()
            .setPath("/pictures/a.png")
            .setMode(IngestMode.INGEST_MODE_ASYNC)
            .build();

    Task task = rig.tasks().ingest(request).getTask();

    assertThat(task.getSource()).isEqualTo("/pictures/a.png");
    var named = request.toBuilder().setSource("holiday").build();
    assertThat(rig.tasks().ingest(named).getTask().getSource()).isEqualTo("holiday");
  }

  @Test
  void a_file_outside_the_folders_that_may_be_read_is_refused() {
    Status status =
        Errors.of(
            () -> rig.tasks().ingest(IngestRequest.newBuilder().setPath("/etc/a.png").build()));

    assertThat(status.getCode()).isEqualTo(Code.PERMISSION_DENIED.getNumber());
    assertThat(Errors.info(status).getReason()).isEqualTo("PATH_NOT_ALLOWED");
    assertThat(status.getMessage()).contains("/etc/a.png", "media.roots");
  }

  @Test
  void an_async_ingest_returns_the_stored_task() {
    IngestResponse response =
        rig.tasks()
            .ingest(
                Rig.async("a.png")
                    .setUserPrompt("Which bird?")
                    .setContextText("A garden.")
                    .setLanguage("pt-BR")
                    .addLabels("birds")
                    .build());

    Task task = response.getTask();
    assertThat(response.getDone()).isFalse();
    assertThat(task.getName()).matches("tasks/[0-9a-f-]{36}");
    assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_PENDING);
    assertThat(task.getWait().getReason()).isEqualTo(WaitReason.WAIT_REASON_BACKLOG);
    assertThat(task.getSource()).isEqualTo("a.png");
    assertThat(task.getUserPrompt()).isEqualTo("Which bird?");
    assertThat(task.getContextText()).isEqualTo("A garden.");
    assertThat(task.getLanguage()).isEqualTo("pt-BR");
    assertThat(task.getLabelsList()).containsExactly("birds");
    assertThat(task.getLane()).isEqualTo(Lane.LANE_NORMAL);
    assertThat(task.getQuotaKey().getModel()).isEqualTo(TaskFixtures.KEY.model());
    assertThat(rig.store.tasks().find(Rig.id(task))).isPresent();
  }

  @Test
  void a_sync_ingest_returns_the_answer_when_it_comes() throws Exception {
    ListenableFuture<IngestResponse> call = rig.tasksLater().ingest(Rig.sync("a.png").build());
    assertThat(rig.waitTimer.nextScheduled()).hasSeconds(30);

    rig.end(onlyTask(), TaskFixtures.answered("A bird"));

    IngestResponse response = call.get(Rig.PATIENCE.toSeconds(), SECONDS);
    assertThat(response.getDone()).isTrue();
    assertThat(response.getTask().getLane()).isEqualTo(Lane.LANE_INTERACTIVE);
    assertThat(response.getTask().getAnswer().getAltText()).isEqualTo("A bird");
    assertThat(response.getTask().getAnswer().getChunk()).startsWith("chunks/");
    assertThat(response.getTask().getAnswer().getCostMicroUsd()).isEqualTo(650);
  }

  @Test
  void a_refusal_of_the_provider_is_the_failure_of_the_task() throws Exception {
    ListenableFuture<IngestResponse> call = rig.tasksLater().ingest(Rig.sync("a.png").build());
    rig.waitTimer.nextScheduled();

    rig.end(onlyTask(), TaskFixtures.failed(FailureClass.BLOCKED));

    IngestResponse response = call.get(Rig.PATIENCE.toSeconds(), SECONDS);
    assertThat(response.getDone()).isTrue();
    assertThat(response.getTask().getFailure().getNextStep())
        .isEqualTo(NextStep.NEXT_STEP_CHANGE_REQUEST);
  }

  @Test
  void a_sync_ingest_returns_the_waiting_task_when_max_wait_is_over() throws Exception {
    ListenableFuture<IngestResponse> call =
        rig.tasksLater()
            .ingest(Rig.sync("a.png").setMaxWait(Duration.newBuilder().setSeconds(5)).build());
    java.time.Duration wait = rig.waitTimer.nextScheduled();
    assertThat(wait).hasSeconds(5);

    rig.clock.advance(wait);

    IngestResponse response = call.get(Rig.PATIENCE.toSeconds(), SECONDS);
    assertThat(response.getDone()).isFalse();
    assertThat(response.getTask().getStatus()).isEqualTo(TaskStatus.TASK_STATUS_PENDING);
  }

  @Test
  void a_sync_ingest_answers_before_the_deadline_and_never_by_it() throws Exception {
    ListenableFuture<IngestResponse> call =
        rig.tasksLater().withDeadlineAfter(15, SECONDS).ingest(Rig.sync("a.png").build());

    java.time.Duration wait = rig.waitTimer.nextScheduled();

    assertThat(wait)
        .isBetween(java.time.Duration.ofSeconds(5), java.time.Duration.ofMillis(14_750));
    rig.clock.advance(wait);
    assertThat(call.get(Rig.PATIENCE.toSeconds(), SECONDS).getDone()).isFalse();
  }

  @Test
  void a_client_that_goes_away_ends_the_waiting_and_not_the_task() throws Exception {
    ListenableFuture<IngestResponse> call = rig.tasksLater().ingest(Rig.sync("a.png").build());
    rig.waitTimer.nextScheduled();

    call.cancel(true);

    assertThat(rig.waitTimer.nextCancelled()).hasSeconds(30);
    assertThat(onlyTask().getStatus()).isEqualTo(TaskStatus.TASK_STATUS_PENDING);
  }

  @Test
  void a_sync_ingest_into_a_paused_queue_returns_at_once() {
    rig.queue().pauseQueue(PauseQueueRequest.getDefaultInstance());

    IngestResponse response = rig.tasks().ingest(Rig.sync("a.png").build());

    assertThat(response.getDone()).isFalse();
    assertThat(response.getTask().getWait().getReason()).isEqualTo(WaitReason.WAIT_REASON_PAUSED);
  }

  @Test
  void a_stored_answer_completes_the_next_task_at_once() {
    rig.end(rig.ingest("a.png"), TaskFixtures.answered("A bird"));

    IngestResponse response = rig.tasks().ingest(Rig.sync("a.png").build());

    assertThat(response.getDone()).isTrue();
    assertThat(response.getTask().getReused()).isTrue();
  }

  @Test
  void whoever_repeats_the_request_of_a_deleted_task_does_not_wait_for_it() {
    IngestRequest request = Rig.sync("a.png").setRequestId("r-1").build();
    IngestRequest async =
        request.toBuilder().setMode(IngestMode.INGEST_MODE_ASYNC).clearMaxWait().build();
    String name = rig.tasks().ingest(async).getTask().getName();
    var _ = rig.tasks().deleteTask(DeleteTaskRequest.newBuilder().setName(name).build());

    IngestResponse again = rig.tasks().ingest(async);
    IngestResponse waiting = rig.tasks().ingest(request);

    assertThat(again.getTask().getName()).isEqualTo(name);
    assertThat(waiting.getTask().getName()).isEqualTo(name);
    assertThat(waiting.getReplayed()).isTrue();
    assertThat(waiting.getDone()).isFalse();
  }

  @Test
  void the_same_request_id_gives_the_same_task() {
    IngestRequest request = Rig.async("a.png").setRequestId("r-1").build();

    IngestResponse first = rig.tasks().ingest(request);
    IngestResponse second = rig.tasks().ingest(request);

    assertThat(first.getReplayed()).isFalse();
    assertThat(second.getReplayed()).isTrue();
    assertThat(second.getTask().getName()).isEqualTo(first.getTask().getName());
    var status =
        Errors.of(() -> rig.tasks().ingest(Rig.async("b.png").setRequestId("r-1").build()));
    assertThat(Errors.info(status).getReason()).isEqualTo("REQUEST_ID_REUSED");
    assertThat(Errors.info(status).getMetadataMap())
        .containsEntry("task", first.getTask().getName());
  }

  @Test
  void a_stored_picture_is_named_by_its_digest() {
    Task first = rig.ingest("a.png");

    Task second =
        rig.tasks()
            .ingest(
                IngestRequest.newBuilder()
                    .setMedia(first.getMedia().getName())
                    .setUserPrompt("Which bird?")
                    .setMode(IngestMode.INGEST_MODE_ASYNC)
                    .build())
            .getTask();

    assertThat(second.getMedia()).isEqualTo(first.getMedia());
  }

  @Test
  void a_picture_that_is_not_stored_is_not_found() {
    String name = "media/" + MediaDigest.of(new byte[] {1});

    var status =
        Errors.of(() -> rig.tasks().ingest(IngestRequest.newBuilder().setMedia(name).build()));

    assertThat(Errors.info(status).getReason()).isEqualTo("MEDIA_NOT_FOUND");
    assertThat(Errors.info(status).getMetadataMap()).containsEntry("media", name);
  }

  @Test
  void bytes_that_are_no_picture_are_refused() {
    IngestRequest request =
        Rig.async("a.png").setContent(com.google.protobuf.ByteString.copyFromUtf8("!")).build();

    assertThat(Errors.reason(() -> rig.tasks().ingest(request))).isEqualTo("MEDIA_UNSUPPORTED");
  }

  private Task onlyTask() {
    return rig.tasks()
        .listTasks(dev.depict.proto.v1.ListTasksRequest.getDefaultInstance())
        .getTasks(0);
  }
}
