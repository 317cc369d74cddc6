package dev.depict.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskStatus;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger(1);

  @Test
  void an_end_that_overtakes_the_answer_to_its_ingest_is_told_once() {
    ledger.sent(0, "a.jpg", "r");

    assertThat(ledger.changed(task(TaskStatus.TASK_STATUS_PROCESSING))).isEmpty();
    assertThat(ledger.standing()).isEqualTo(new Standing(1, 0, 1, 1));
    assertThat(ledger.changed(task(TaskStatus.TASK_STATUS_COMPLETED))).isPresent();
    assertThat(ledger.stored(0, task(TaskStatus.TASK_STATUS_PENDING))).isEmpty();
    assertThat(ledger.changed(task(TaskStatus.TASK_STATUS_COMPLETED))).isEmpty();
    assertThat(ledger.standing()).isEqualTo(new Standing(1, 1, 0, 0));
  }

  @Test
  void a_late_answer_to_an_ingest_does_not_stop_what_runs() {
    ledger.sent(0, "a.jpg", "r");
    ledger.changed(task(TaskStatus.TASK_STATUS_PROCESSING));
    ledger.stored(0, task(TaskStatus.TASK_STATUS_PENDING));

    assertThat(ledger.standing().running()).isEqualTo(1);
  }

  @Test
  void tasks_of_others_are_passed_over_and_a_deleted_one_is_a_failure() {
    ledger.sent(0, "a.jpg", "r");
    ledger.stored(0, task(TaskStatus.TASK_STATUS_PENDING));

    assertThat(ledger.changed(Task.newBuilder().setName("tasks/other").build())).isEmpty();
    assertThat(ledger.deleted(Task.newBuilder().setName("tasks/1").build()))
        .containsInstanceOf(Result.Refused.class);
  }

  private static Task task(TaskStatus status) {
    return Task.newBuilder().setName("tasks/1").setRequestId("r").setStatus(status).build();
  }
}
