package dev.depict.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.proto.v1.CancelTasksRequest;
import dev.depict.proto.v1.CheckDataResponse;
import dev.depict.proto.v1.DataFault;
import dev.depict.proto.v1.FailureClass;
import dev.depict.proto.v1.Filter;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.MediaResolution;
import dev.depict.proto.v1.ReanalyzeTasksRequest;
import dev.depict.proto.v1.ReanalyzeTasksResponse;
import dev.depict.proto.v1.RetryTasksRequest;
import dev.depict.proto.v1.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class BulkCommandsTest {
  @TempDir private Path folder = Path.of("");
  private CommandLineHarness cli = open();

  private static CommandLineHarness open() {
    try {
      return new CommandLineHarness();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  @Test
  void tasks_that_options_choose_are_counted_and_then_cancelled() {
    var ran =
        cli.run(
            "task",
            "cancel",
            "--label",
            "archive",
            "--status",
            "pending",
            "--lane",
            "bulk",
            "--source",
            "photos/");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().strip()).isEqualTo("30 tasks found, 7 cancelled");
    var filter =
        Filter.newBuilder()
            .addLabels("archive")
            .addStatuses(TaskStatus.TASK_STATUS_PENDING)
            .addLanes(Lane.LANE_BULK)
            .setSourcePrefix("photos/");
    var request = CancelTasksRequest.newBuilder().setFilter(filter);
    assertThat(cli.tasks.bulk)
        .containsExactly(request.clone().setDryRun(true).build(), request.build());
  }

  @Test
  void failed_tasks_are_retried_by_the_class_of_their_failure() {
    var ran = cli.run("task", "retry", "--failure", "blocked,quota-day");

    assertThat(ran.out().strip()).isEqualTo("30 tasks found, 7 retried");
    assertThat(((RetryTasksRequest) cli.tasks.bulk.getLast()).getFilter().getFailureClassesList())
        .containsExactly(FailureClass.FAILURE_CLASS_BLOCKED, FailureClass.FAILURE_CLASS_QUOTA_DAY);
    assertThat(cli.run("task", "retry", "--failure", "laziness").err())
        .contains("'laziness' is no class of failure; choose one of quota, quota-day, capacity");
  }

  @Test
  void a_dry_run_changes_nothing() {
    var ran = cli.run("task", "cancel", "--all", "--dry-run");

    assertThat(ran.out().strip()).isEqualTo("30 tasks found, 7 would be cancelled");
    assertThat(cli.tasks.bulk).hasSize(1);
    assertThat(cli.run("task", "cancel", "--all", "--dry-run", "--output", "json").out().strip())
        .isEqualTo("{\"matchedCount\":\"30\",\"cancelledCount\":\"7\"}");
  }

  @Test
  void before_many_are_changed_somebody_agrees() {
    cli.tasks.affected = 21;
    var refused = cli.run("task", "cancel", "--all");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("nothing was done: this would cancel 21 tasks; add --yes");

    cli.interactive = true;
    assertThat(cli.run("task", "cancel", "--all").err())
        .contains("Cancel 21 tasks? [y/N]", "nothing was done");
    assertThat(cli.tasks.bulk).allMatch(one -> ((CancelTasksRequest) one).getDryRun());

    cli.typed = "y\n";
    assertThat(cli.run("task", "cancel", "--all").out().strip()).endsWith("21 cancelled");
    cli.interactive = false;
    assertThat(cli.run("task", "cancel", "--all", "--yes").code()).isZero();
  }

  @Test
  void it_must_be_clear_which_tasks_are_meant() {
    assertThat(cli.run("task", "cancel").err())
        .contains("name tasks, or choose them by --label", "`depict task cancel --help`");
    assertThat(cli.run("task", "retry", "1", "--label", "x").err())
        .contains("cannot be chosen by options too");
    assertThat(cli.run("task", "retry", "1", "--label", "x").code()).isEqualTo(2);
    assertThat(cli.run("reanalyze").code()).isEqualTo(2);
    assertThat(cli.tasks.bulk).isEmpty();
  }

  @Test
  void tasks_are_deleted_by_name() throws IOException {
    cli.run("ingest", Files.writeString(folder.resolve("one.jpg"), "one").toString());

    var ran = cli.run("task", "delete", "1", "99");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out().strip()).isEqualTo("tasks/1  deleted");
    assertThat(ran.err().strip()).isEqualTo("depict: no task tasks/99");
    assertThat(cli.run("task", "delete", "1", "--output", "json").out().strip())
        .isEqualTo("{\"name\":\"tasks/1\"}");
  }

  @Test
  void what_a_reanalysis_may_cost_is_said_before() {
    cli.tasks.reanalysis = reanalysis(12_000).setMediaMissingCount(2).build();

    var ran =
        cli.run(
            "reanalyze",
            "--answered-by",
            "offline",
            "--label",
            "archive",
            "--model",
            "m",
            "--resolution",
            "low",
            "--new-lane",
            "normal");

    assertThat(ran.code()).isZero();
    assertThat(ran.err().strip())
        .isEqualTo(
            "depict: 3 pictures to ask about again, 2 left alone because the picture is gone,"
                + " ≤ $0.02");
    assertThat(ran.out().strip())
        .isEqualTo("3 tasks queued; `depict watch` shows how they come along");
    var request =
        ReanalyzeTasksRequest.newBuilder()
            .setFilter(Filter.newBuilder().addLabels("archive"))
            .setAnsweredByModel("offline")
            .setModel("m")
            .setMediaResolution(MediaResolution.MEDIA_RESOLUTION_LOW)
            .setLane(Lane.LANE_NORMAL);
    assertThat(cli.tasks.bulk)
        .containsExactly(request.clone().setDryRun(true).build(), request.build());
  }

  @Test
  void a_reanalysis_above_a_dollar_needs_a_yes() {
    cli.tasks.reanalysis = reanalysis(1_000_001).build();
    var ran = cli.run("reanalyze", "--all");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("this would spend up to $1.01; add --yes");
    assertThat(cli.tasks.bulk).hasSize(1);
    assertThat(cli.run("reanalyze", "--all", "--yes").code()).isZero();
  }

  @Test
  void a_reanalysis_can_be_tried_dry() {
    cli.tasks.reanalysis = reanalysis(2_000_000).build();

    var ran = cli.run("reanalyze", "--all", "--dry-run");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().strip()).isEqualTo("3 pictures to ask about again, ≤ $2.00");
    assertThat(cli.tasks.bulk).hasSize(1);
    cli.tasks.reanalysis = ReanalyzeTasksResponse.getDefaultInstance();
    assertThat(cli.run("reanalyze", "--all").out().strip())
        .isEqualTo("0 pictures to ask about again");
    assertThat(cli.tasks.bulk).hasSize(2);
  }

  @Test
  void a_check_says_what_is_wrong_and_what_would_repair_it() {
    var clean = cli.run("doctor");
    assertThat(clean.code()).isZero();
    assertThat(clean.out().strip()).isEqualTo("1234 things checked: all is well.");

    cli.queue.check =
        CheckDataResponse.newBuilder()
            .setCheckedCount(9)
            .addFaults(
                DataFault.newBuilder()
                    .setSubject("tasks/7")
                    .setProblem("its answer is missing")
                    .setRepair("retry the task"))
            .build();
    var faulty = cli.run("doctor");
    assertThat(faulty.code()).isEqualTo(1);
    assertThat(faulty.lines())
        .containsExactly(
            "tasks/7: its answer is missing",
            "  to repair: retry the task",
            "9 things checked: 1 fault.");
    assertThat(cli.run("doctor", "--output", "json").out()).startsWith("{\"checkedCount\":\"9\"");
  }

  private static ReanalyzeTasksResponse.Builder reanalysis(long cost) {
    return ReanalyzeTasksResponse.newBuilder()
        .setMatchedCount(5)
        .setCreatedCount(3)
        .setEstimatedCostMicroUsd(cost);
  }
}
