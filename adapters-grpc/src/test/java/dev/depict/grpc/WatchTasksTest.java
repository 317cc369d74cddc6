package dev.depict.grpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.task.FailureClass;
import dev.depict.proto.v1.DeleteTaskRequest;
import dev.depict.proto.v1.Filter;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskEvent;
import dev.depict.proto.v1.TaskEventType;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import dev.depict.testkit.contract.StoreSetting;
import dev.depict.testkit.fixture.TaskFixtures;
import io.grpc.internal.testing.StreamRecorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTasksTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_mark_comes_first_and_then_every_change_in_order() throws Exception {
    Watcher watcher = watch("");
    assertThat(watcher.nextMark()).isNotEmpty();

    Task task = rig.ingest("a.png");
    rig.end(task, TaskFixtures.answered("A bird"));

    TaskEvent created = watcher.nextEvent();
    assertThat(created.getType()).isEqualTo(TaskEventType.TASK_EVENT_TYPE_CREATED);
    assertThat(created.getPreviousStatus()).isEqualTo(TaskStatus.TASK_STATUS_UNSPECIFIED);
    assertThat(created.getTask().getName()).isEqualTo(task.getName());
    assertThat(created.getTask().getStatus()).isEqualTo(TaskStatus.TASK_STATUS_PENDING);
    assertThat(created.getTask().hasWait()).isFalse();
    assertThat(watcher.nextEvent().getType()).isEqualTo(TaskEventType.TASK_EVENT_TYPE_STARTED);
    TaskEvent completed = watcher.nextEvent();
    assertThat(completed.getPreviousStatus()).isEqualTo(TaskStatus.TASK_STATUS_PROCESSING);
    assertThat(completed.getTask().getAnswer().getAltText()).isEqualTo("A bird");
  }

  @Test
  void a_watcher_that_comes_back_goes_on_where_it_stopped() throws Exception {
    Watcher first = watch("");
    first.nextMark();
    rig.ingest("1.png");
    TaskEvent seen = first.nextEvent();
    first.leave();
    Task second = rig.ingest("2.png");
    Task third = rig.ingest("3.png");

    Watcher again = watch(seen.getResumeToken());

    assertThat(again.nextMark()).isEqualTo(seen.getResumeToken());
    assertThat(again.nextEvent().getTask().getName()).isEqualTo(second.getName());
    assertThat(again.nextEvent().getTask().getName()).isEqualTo(third.getName());
  }

  @Test
  void the_token_of_a_list_misses_nothing() throws Exception {
    rig.ingest("1.png");
    String token = rig.tasks().listTasks(ListTasksRequest.getDefaultInstance()).getResumeToken();
    Task second = rig.ingest("2.png");

    Watcher watcher = watch(token);

    watcher.nextMark();
    assertThat(watcher.nextEvent().getTask().getName()).isEqualTo(second.getName());
  }

  @Test
  void after_a_silence_another_mark_comes() throws Exception {
    Watcher watcher = watch("");
    String first = watcher.nextMark();
    assertThat(rig.watchTimer.nextScheduled()).hasSeconds(15);

    rig.clock.advance(Duration.ofSeconds(15));

    assertThat(watcher.nextMark()).isEqualTo(first);
    assertThat(rig.watchTimer.nextScheduled()).hasSeconds(15);
  }

  @Test
  void a_filter_lets_through_what_comes_and_what_leaves() throws Exception {
    Watcher watcher = watch(WatchTasksRequest.newBuilder().setFilter(pendingPhotos()).build());
    watcher.nextMark();
    rig.end(rig.ingest("other/1.png"), TaskFixtures.answered("A bird"));
    Task task = rig.ingest("photos/2.png");
    rig.end(task, TaskFixtures.answered("A fish"));
    Task last = rig.ingest("photos/3.png");

    assertThat(watcher.nextEvent().getType()).isEqualTo(TaskEventType.TASK_EVENT_TYPE_CREATED);
    TaskEvent left = watcher.nextEvent();
    assertThat(left.getPreviousStatus()).isEqualTo(TaskStatus.TASK_STATUS_PENDING);
    assertThat(left.getTask().getName()).isEqualTo(task.getName());
    assertThat(watcher.nextEvent().getTask().getName()).isEqualTo(last.getName());
  }

  @Test
  void a_task_that_is_deleted_is_told_whatever_the_filter() throws Exception {
    Task task = rig.ingest("other/1.png");
    Watcher watcher = watch(WatchTasksRequest.newBuilder().setFilter(pendingPhotos()).build());
    watcher.nextMark();

    rig.tasks().deleteTask(DeleteTaskRequest.newBuilder().setName(task.getName()).build());

    TaskEvent deleted = watcher.nextEvent();
    assertThat(deleted.getType()).isEqualTo(TaskEventType.TASK_EVENT_TYPE_DELETED);
    assertThat(deleted.getTask()).isEqualTo(Task.newBuilder().setName(task.getName()).build());
  }

  @Test
  void whoever_lists_and_then_watches_sees_each_task_in_one_of_both() throws Exception {
    Set<String> all = ConcurrentHashMap.newKeySet();
    Thread writer =
        Thread.ofPlatform()
            .start(() ->
                IntStream.range(0, 200).forEach(i -> all.add(rig.ingest(i + ".png").getName())));
    var request = ListTasksRequest.newBuilder().setPageSize(7);
    List<String> listed = new ArrayList<>();
    var page = rig.tasks().listTasks(request.build());
    String token = page.getResumeToken();
    while (true) {
      page.getTasksList().forEach(task -> listed.add(task.getName()));
      assertThat(page.getResumeToken()).isEqualTo(token);
      if (page.getNextPageToken().isEmpty()) {
        break;
      }
      page = rig.tasks().listTasks(request.setPageToken(page.getNextPageToken()).build());
    }
    writer.join();
    Set<String> seen = new HashSet<>(listed);
    Watcher watcher = watch(token);
    watcher.nextMark();
    while (seen.size() < all.size()) {
      seen.add(watcher.nextEvent().getTask().getName());
    }

    assertThat(listed).doesNotHaveDuplicates();
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void a_mark_goes_past_what_the_filter_left_out() throws Exception {
    Watcher watcher = watch(WatchTasksRequest.newBuilder().setFilter(failedOnly()).build());
    String first = watcher.nextMark();
    rig.watchTimer.nextScheduled();
    Watcher unfiltered = watch("");
    unfiltered.nextMark();
    rig.watchTimer.nextScheduled();
    Task task = rig.ingest("a.png");
    unfiltered.nextEvent();
    rig.watchTimer.nextScheduled();

    rig.clock.advance(Duration.ofSeconds(15));
    String second = watcher.nextMark();
    rig.end(task, TaskFixtures.failed(FailureClass.BLOCKED));

    assertThat(second).isNotEqualTo(first);
    assertThat(watcher.nextEvent().getType()).isEqualTo(TaskEventType.TASK_EVENT_TYPE_FAILED);
  }

  @Test
  void a_slow_reader_is_waited_for_and_loses_nothing() throws Exception {
    Watcher slow = watch("");
    slow.nextMark();
    List<String> names =
        IntStream.range(0, 300).mapToObj(i -> rig.ingest(i + ".png").getName()).toList();

    assertThat(slow.unasked()).isZero();
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      seen.add(slow.nextEvent().getTask().getName());
    }

    assertThat(seen).isEqualTo(names);
    assertThat(slow.unasked()).isZero();
  }

  @Test
  void a_reader_that_takes_nothing_does_not_hold_up_others() throws Exception {
    List<Watcher> idle = IntStream.range(0, 20).mapToObj(_ -> watch("")).toList();
    Watcher watcher = watch("");
    watcher.nextMark();

    Task task = rig.ingest("a.png");

    assertThat(watcher.nextEvent().getTask().getName()).isEqualTo(task.getName());
    assertThat(idle).allSatisfy(other -> assertThat(other.unasked()).isZero());
  }

  @Test
  void a_token_of_another_database_is_told_from_one_that_is_too_old() throws Exception {
    EventPosition here = rig.store.events().newest();
    String foreign = ResumeToken.of(new EventPosition(here.database() + 1, 0));
    String ahead = ResumeToken.of(here.at(1_000));

    assertThat(Errors.info(Errors.of(watch(foreign).end())).getReason())
        .isEqualTo("RESUME_TOKEN_FOREIGN");
    assertThat(Errors.info(Errors.of(watch(ahead).end())).getReason())
        .isEqualTo("RESUME_TOKEN_TOO_OLD");
  }

  @Test
  void a_token_that_is_none_is_a_faulty_field() throws Exception {
    for (String token : List.of("x", "not base64!", "AAAA", "AgAAAAAAAAABAAAAAAAAAAE")) {
      assertThat(Errors.fields(Errors.of(watch(token).end()))).containsExactly("resume_token");
    }
  }

  @Test
  void a_stopping_server_ends_its_watches_with_a_reason() throws Exception {
    StreamRecorder<WatchTasksResponse> recorder = StreamRecorder.create();
    rig.tasksStreaming().watchTasks(WatchTasksRequest.getDefaultInstance(), recorder);
    assertThat(recorder.firstValue().get(Rig.PATIENCE.toSeconds(), SECONDS).hasMark()).isTrue();

    rig.server.stop(Rig.PATIENCE);

    assertThat(recorder.awaitCompletion((int) Rig.PATIENCE.toSeconds(), SECONDS)).isTrue();
    var status = Errors.of(Objects.requireNonNull(recorder.getError()));
    assertThat(status.getCode()).isEqualTo(com.google.rpc.Code.UNAVAILABLE.getNumber());
    assertThat(Errors.info(status).getReason()).isEqualTo("SHUTTING_DOWN");
  }

  @Test
  void more_watches_than_allowed_are_refused_until_one_leaves() throws Exception {
    try (Rig narrow =
        new Rig(StoreSetting.NO_LIMIT, UnaryOperator.identity(), WatchTasksTest::oneWatch)) {
      Watcher first = Watcher.of(narrow, WatchTasksRequest.getDefaultInstance());
      first.nextMark();
      narrow.watchTimer.nextScheduled();

      Watcher second = Watcher.of(narrow, WatchTasksRequest.getDefaultInstance());
      assertThat(Errors.info(Errors.of(second.end())).getReason()).isEqualTo("SERVER_BUSY");

      first.leave();
      narrow.watchTimer.nextCancelled();
      Watcher.of(narrow, WatchTasksRequest.getDefaultInstance()).nextMark();
    }
  }

  private static GrpcSettings oneWatch(GrpcSettings settings) {
    return settings.withLimits(settings.limits().withWatches(1));
  }

  private static Filter pendingPhotos() {
    return Filter.newBuilder()
        .addStatuses(TaskStatus.TASK_STATUS_PENDING)
        .setSourcePrefix("photos/")
        .build();
  }

  private static Filter failedOnly() {
    return Filter.newBuilder().addStatuses(TaskStatus.TASK_STATUS_FAILED).build();
  }

  private Watcher watch(String resumeToken) {
    return watch(WatchTasksRequest.newBuilder().setResumeToken(resumeToken).build());
  }

  private Watcher watch(WatchTasksRequest request) {
    return Watcher.of(rig, request);
  }
}
