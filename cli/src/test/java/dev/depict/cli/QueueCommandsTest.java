package dev.depict.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.proto.v1.AnalyzerState;
import dev.depict.proto.v1.Answer;
import dev.depict.proto.v1.Budget;
import dev.depict.proto.v1.CircuitState;
import dev.depict.proto.v1.ForgetLearnedLimitsRequest;
import dev.depict.proto.v1.ModelWarning;
import dev.depict.proto.v1.ProcessOutcome;
import dev.depict.proto.v1.ProcessQueueRequest;
import dev.depict.proto.v1.ProcessQueueResponse;
import dev.depict.proto.v1.ProcessResult;
import dev.depict.proto.v1.QuotaKey;
import dev.depict.proto.v1.QuotaKeyCondition;
import dev.depict.proto.v1.QuotaKeyState;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.WaitReason;
import dev.depict.proto.v1.WaitState;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class QueueCommandsTest {
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
  void the_queue_tells_what_is_out_of_order_what_was_spent_and_what_was_saved() {
    cli.queue.told =
        queue ->
            queue
                .setWorkerEnabled(false)
                .setAvoidedCallCount(41)
                .setAnalyzers(
                    0,
                    AnalyzerState.newBuilder()
                        .setProvider("gemini")
                        .setDefaultModel("flash")
                        .setHasKey(true)
                        .setCircuitState(CircuitState.CIRCUIT_STATE_OPEN)
                        .setNextProbeTime(FakeQueue.MOMENT))
                .addModelWarnings(ModelWarning.newBuilder().setMessage("flash ends soon"))
                .setBudget(
                    Budget.newBuilder()
                        .setLimitMicroUsd(5_000_000)
                        .setSpentMicroUsd(1_200_000)
                        .setEndTime(FakeQueue.MOMENT));
    var ran = cli.run("queue");

    assertThat(ran.out())
        .contains("its worker is off (worker.enabled); `depict queue process` works on it")
        .contains("gemini (flash), out of order, tried again at 08:00:00")
        .contains("Calls avoided, because the answer was known: 41")
        .contains("Note: flash ends soon")
        .contains("Budget of the day: $1.20 of $5.00 spent, $0.0000 reserved, until 08:00:00")
        .doesNotContain("GEMINI_API_KEY");
  }

  @Test
  void a_refused_key_says_what_to_do_about_it() {
    cli.queue.told =
        queue ->
            queue.setQuotaKeys(
                0,
                QuotaKeyState.newBuilder()
                    .setQuotaKey(QuotaKey.newBuilder().setProvider("gemini").setModel("flash"))
                    .setCondition(QuotaKeyCondition.QUOTA_KEY_CONDITION_PARKED)
                    .setRunningCount(1)
                    .setWait(
                        WaitState.newBuilder()
                            .setReason(WaitReason.WAIT_REASON_CREDENTIAL)
                            .setUntilTime(FakeQueue.MOMENT)));

    assertThat(cli.run("queue").out())
        .contains("gemini flash: parked, the provider refuses the key, tried again at 08:00:00")
        .contains("correct it (key file or restart), it is tried again by itself")
        .contains("tasks   1 running");
  }

  @Test
  void processing_tells_what_became_of_each_task_and_why_there_are_no_more() {
    cli.queue.processing =
        ProcessQueueResponse.newBuilder()
            .addResults(
                ProcessResult.newBuilder()
                    .setOutcome(ProcessOutcome.PROCESS_OUTCOME_COMPLETED)
                    .setTask(
                        Task.newBuilder()
                            .setName("tasks/1")
                            .setSource("a.jpg")
                            .setAnswer(Answer.newBuilder().setAltText("A boat"))))
            .setWait(
                WaitState.newBuilder()
                    .setReason(WaitReason.WAIT_REASON_QUOTA)
                    .setUntilTime(FakeQueue.MOMENT))
            .setPendingCount(41)
            .build();
    var ran = cli.run("queue", "process", "--max", "5", "--max-wait", "30s");

    assertThat(ran.code()).isZero();
    assertThat(ran.lines()).containsExactly("tasks/1  completed  a.jpg  A boat");
    assertThat(ran.err().strip())
        .isEqualTo(
            "depict: 1 task worked on, no more: the quota of the minute is spent, until 08:00:00."
                + " 41 tasks wait");
    assertThat(cli.queue.processed)
        .containsExactly(
            ProcessQueueRequest.newBuilder()
                .setMaxTasks(5)
                .setMaxWait(com.google.protobuf.Duration.newBuilder().setSeconds(30))
                .build());
    assertThat(cli.run("queue", "process", "--output", "json").lines())
        .singleElement()
        .asString()
        .startsWith("{\"task\":{\"name\":\"tasks/1\"");
  }

  @Test
  void one_task_can_be_named_and_may_not_be_started() {
    cli.queue.processing =
        ProcessQueueResponse.newBuilder()
            .addResults(
                ProcessResult.newBuilder()
                    .setOutcome(ProcessOutcome.PROCESS_OUTCOME_NOT_STARTED)
                    .setTask(
                        Task.newBuilder()
                            .setName("tasks/7")
                            .setWait(
                                WaitState.newBuilder().setReason(WaitReason.WAIT_REASON_PAUSED))))
            .setWait(WaitState.newBuilder().setReason(WaitReason.WAIT_REASON_PAUSED))
            .setPendingCount(1)
            .build();
    var ran = cli.run("queue", "process", "7");

    assertThat(ran.code()).isZero();
    assertThat(ran.lines()).containsExactly("tasks/7  not started  waits: the queue is paused");
    assertThat(ran.err())
        .contains("0 tasks worked on, no more: the queue is paused; resume it with")
        .contains("1 task waits");
    assertThat(cli.queue.processed)
        .extracting(ProcessQueueRequest::getTask)
        .containsExactly("tasks/7");
  }

  @Test
  void a_number_and_a_task_exclude_each_other() {
    var ran = cli.run("queue", "process", "--max", "2", "7");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--max and a task exclude each other");
    assertThat(cli.queue.processed).isEmpty();
  }

  @Test
  void learned_limits_are_forgotten_of_all_keys_or_of_one_model() {
    assertThat(cli.run("queue", "forget").out())
        .contains("Forgotten: 2 learned limits. The configured ones are in force again.");
    assertThat(cli.run("queue", "forget", "flash").code()).isZero();
    assertThat(cli.queue.forgotten)
        .containsExactly(
            ForgetLearnedLimitsRequest.getDefaultInstance(),
            ForgetLearnedLimitsRequest.newBuilder()
                .setQuotaKey(QuotaKey.newBuilder().setProvider("gemini").setModel("flash"))
                .build());
    assertThat(cli.run("queue", "forget", "unknown").out()).contains("Nothing was learned.");
  }

  @Test
  void the_emulator_gets_its_arguments_unread() {
    var ran = cli.run("emulator", "--port", "0", "--help", "--data-dir=x", "-v", "--", "serve");

    assertThat(ran.code()).isEqualTo(7);
    assertThat(ran.out() + ran.err()).isEmpty();
    assertThat(cli.run("emulator").code()).isEqualTo(7);
    assertThat(cli.emulated)
        .containsExactly(
            List.of("--port", "0", "--help", "--data-dir=x", "-v", "--", "serve"), List.of());
  }
}
