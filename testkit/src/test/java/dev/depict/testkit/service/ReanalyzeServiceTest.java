package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.in.ReanalyzeTasks.Command;
import dev.depict.application.port.in.ReanalyzeTasks.Result;
import dev.depict.application.service.ReanalyzeService;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asking again about pictures that have an answer. */
class ReanalyzeServiceTest {
  private final Workshop shop = new Workshop(4);
  private final ReanalyzeService reanalyze =
      new ReanalyzeService(
          shop.store.tasks(),
          shop.store.reanalyzable(),
          shop.store.media(),
          shop.drafting,
          shop.estimate,
          shop.ingest);

  @AfterEach
  void close() {
    shop.close();
  }

  private TaskId answered(String picture) {
    TaskId id = shop.ingest(picture);
    shop.awaitEnd(id);
    return id;
  }

  private static Command command(Optional<String> answeredBy, boolean dryRun) {
    return new Command(
        "local",
        TaskFilter.ALL,
        answeredBy,
        Optional.empty(),
        Optional.empty(),
        Optional.of(Lane.BULK),
        dryRun);
  }

  private static Command again() {
    return command(Optional.empty(), false);
  }

  private List<Task> all() {
    return shop.store.tasks().list(TaskFilter.ALL, Optional.empty(), 100);
  }

  @Test
  void the_same_question_is_paid_for_again_and_the_new_task_supersedes_the_old() {
    shop.dispatcher.start();
    TaskId old = answered("a");

    Result result = reanalyze.reanalyze(again());

    assertThat(result.matched()).isEqualTo(1);
    assertThat(result.created()).isEqualTo(1);
    Task made = all().getFirst();
    assertThat(made.supersedes()).contains(old);
    assertThat(made.lane()).isEqualTo(Lane.BULK);
    assertThat(made.question()).isEqualTo(shop.task(old).question());
    assertThat(shop.awaitEnd(made.id()).reused()).isFalse();
    assertThat(shop.analyzer.calls()).hasSize(2);
  }

  @Test
  void the_call_can_be_repeated_without_asking_twice() {
    shop.dispatcher.start();
    answered("a");
    answered("b");
    reanalyze.reanalyze(again());
    all().forEach(task -> shop.awaitEnd(task.id()));
    long before = all().size();

    Result repeated = reanalyze.reanalyze(command(Optional.of("nobody"), false));

    assertThat(repeated.created()).isZero();
    assertThat(all()).hasSize((int) before).allMatch(task -> task.status().isFinal());
  }

  @Test
  void a_rehearsal_makes_nothing() {
    shop.dispatcher.start();
    answered("a");

    Result result = reanalyze.reanalyze(command(Optional.empty(), true));

    assertThat(result.created()).isEqualTo(1);
    assertThat(all()).hasSize(1);
  }

  @Test
  void only_completed_tasks_are_asked_about_again() {
    TaskId waiting = shop.ingest("waiting");

    Result result = reanalyze.reanalyze(again());

    assertThat(result.matched()).isEqualTo(1);
    assertThat(result.created()).isZero();
    assertThat(shop.task(waiting).status()).isEqualTo(TaskStatus.PENDING);
  }

  @Test
  void only_answers_of_the_named_model_are_asked_for_again() {
    shop.dispatcher.start();
    TaskId old = answered("a");
    String model = shop.task(old).answer().orElseThrow().provenance().modelAnswered();

    assertThat(reanalyze.reanalyze(command(Optional.of("another"), false)).created()).isZero();
    assertThat(reanalyze.reanalyze(command(Optional.of(model), false)).created()).isEqualTo(1);
  }
}
