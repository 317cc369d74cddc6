package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many workers on one queue: nothing is asked twice, nothing is left over. */
public abstract class CrowdContract extends StoreContract {
  protected CrowdContract() {}

  private static final int WORKERS = 32;

  @Test
  void thirty_two_workers_ask_each_question_once_and_end_each_task() {
    var crowd = new Crowd(store(), clock);
    List<TaskId> leaders = crowd.ingest();

    Together.run(
        WORKERS,
        worker -> {
          if (worker == 0) {
            crowd.cancelSome(leaders);
          }
          crowd.work(worker);
          return worker;
        });

    for (int question = 0; question < Crowd.QUESTIONS; question++) {
      assertThat(crowd.calls(question))
          .as("calls for question %s", question)
          .isEqualTo(Crowd.failsOnce(question) ? 2 : 1);
    }
    assertEnds(crowd);
    assertThat(store().usage().day(PacificDay.of(clock.instant())).get(KEY))
        .extracting(usage -> Objects.requireNonNull(usage).calls())
        .isEqualTo((long) IntStream.range(0, Crowd.QUESTIONS).map(crowd::calls).sum());
  }

  private void assertEnds(Crowd crowd) {
    long refused = IntStream.range(0, Crowd.QUESTIONS).filter(Crowd::failsForGood).count();
    long refusedTwins = IntStream.range(0, Crowd.TWINS).filter(Crowd::failsForGood).count();
    long failed = refused + refusedTwins;
    long completed = Crowd.QUESTIONS + Crowd.TWINS - failed - crowd.cancelled();
    var counts = store().control().counts();
    assertThat(counts.tasks())
        .isEqualTo(
            Map.of(
                TaskStatus.COMPLETED, completed,
                TaskStatus.FAILED, failed,
                TaskStatus.CANCELLED, crowd.cancelled()));
    assertThat(crowd.cancelled()).isPositive();
    assertThat(counts.callsAvoided()).isEqualTo(completed - (Crowd.QUESTIONS - refused));
  }
}
