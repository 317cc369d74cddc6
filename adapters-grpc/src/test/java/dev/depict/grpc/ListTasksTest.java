package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.depict.domain.task.FailureClass;
import dev.depict.proto.v1.Filter;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.ListTasksResponse;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.testkit.fixture.TaskFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTasksTest {
  private static final Filter PENDING =
      Filter.newBuilder().addStatuses(TaskStatus.TASK_STATUS_PENDING).build();

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void pages_follow_each_other_the_newest_task_first() {
    Task first = rig.ingest("1.png");
    Task second = rig.ingest("2.png");
    Task third = rig.ingest("3.png");

    ListTasksResponse page = list(Filter.getDefaultInstance(), 2, "");
    Task later = rig.ingest("4.png");
    ListTasksResponse last = list(Filter.getDefaultInstance(), 2, page.getNextPageToken());

    assertThat(page.getTasksList())
        .extracting(Task::getName)
        .containsExactly(third.getName(), second.getName());
    assertThat(last.getTasksList())
        .extracting(Task::getName)
        .containsExactly(first.getName())
        .doesNotContain(later.getName());
    assertThat(last.getNextPageToken()).isEmpty();
    assertThat(last.getResumeToken()).isEqualTo(page.getResumeToken());
  }

  @Test
  void a_filter_chooses_the_tasks() {
    Task failed = rig.ingest("1.png");
    rig.ingest("2.png");
    rig.end(failed, TaskFixtures.failed(FailureClass.BLOCKED));

    var filter =
        Filter.newBuilder()
            .addStatuses(TaskStatus.TASK_STATUS_FAILED)
            .addFailureClasses(dev.depict.proto.v1.FailureClass.FAILURE_CLASS_BLOCKED)
            .setSourcePrefix("1")
            .build();

    assertThat(list(filter, 0, "").getTasksList())
        .extracting(Task::getName)
        .containsExactly(failed.getName());
  }

  @Test
  void a_page_token_is_bound_to_its_filter() {
    rig.ingest("1.png");
    rig.ingest("2.png");
    String token = list(PENDING, 1, "").getNextPageToken();

    assertThat(Errors.reason(() -> list(Filter.getDefaultInstance(), 1, token)))
        .isEqualTo("PAGE_TOKEN_INVALID");
    assertThat(list(PENDING, 1, token).getTasksCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "not base64!", "AAAA", "AQAAAAAAAAABAAAAAAAAAAE"})
  void a_page_token_that_is_none_is_refused(String token) {
    assertThat(Errors.reason(() -> list(PENDING, 1, token))).isEqualTo("PAGE_TOKEN_INVALID");
  }

  @Test
  void every_faulty_field_is_named_at_once() {
    var request =
        ListTasksRequest.newBuilder()
            .setPageSize(-1)
            .setFilter(
                Filter.newBuilder()
                    .addStatuses(TaskStatus.TASK_STATUS_PENDING)
                    .addStatusesValue(77)
                    .addLanes(Lane.LANE_UNSPECIFIED)
                    .addFailureClassesValue(77)
                    .setCreatedFromTime(Timestamp.newBuilder().setNanos(-1))
                    .setCreatedBeforeTime(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE)))
            .build();

    assertThat(Errors.fields(Errors.of(() -> rig.tasks().listTasks(request))))
        .containsExactlyInAnyOrder(
            "page_size",
            "filter.statuses[1]",
            "filter.lanes[0]",
            "filter.failure_classes[0]",
            "filter.created_from_time",
            "filter.created_before_time");
  }

  private ListTasksResponse list(Filter filter, int size, String token) {
    return rig.tasks()
        .listTasks(
            ListTasksRequest.newBuilder()
                .setFilter(filter)
                .setPageSize(size)
                .setPageToken(token)
                .build());
  }
}
