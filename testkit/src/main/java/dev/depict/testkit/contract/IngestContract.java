package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.fixture.TaskFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How new tasks are stored: {@link dev.depict.application.port.out.TaskRepository#ingest}. */
public abstract class IngestContract extends StoreContract {
  protected IngestContract() {}

  @Test
  void a_new_question_becomes_a_leader_that_is_ready() {
    Task task = ingest("a.png");

    assertThat(task.status()).isEqualTo(TaskStatus.PENDING);
    assertThat(task.progress().leader()).isEmpty();
    assertThat(task.progress().createTime()).isEqualTo(clock.instant());
    assertThat(heads()).containsExactly(task.id());
    assertThat(story(task)).containsExactly(EventType.CREATED);
  }

  @Test
  void many_tasks_can_be_handed_over_at_once() {
    List<NewTask> given =
        IntStream.range(0, 200).mapToObj(number -> newTask(number + ".png").build()).toList();

    var stages = given.stream().map(store().tasks()::ingest).toList();

    assertThat(stages)
        .extracting(stage -> stage.toCompletableFuture().join())
        .allSatisfy(result -> assertThat(result).isInstanceOf(Ingested.Created.class))
        .extracting(result -> ((Ingested.Created) result).task().id())
        .containsExactlyElementsOf(given.stream().map(NewTask::id).toList());
    assertThat(given).allSatisfy(task -> assertThat(store().tasks().find(task.id())).isPresent());
  }

  @Test
  void a_task_is_stored_with_everything_it_was_given() {
    Task older = ingest("older.png");
    NewTask given =
        newTask("a.png")
            .from("https://example.org/a.png")
            .by("alice")
            .withPrompt("name the colours — «все»")
            .withContext("above the map")
            .labelled("map", "north")
            .withRequestId("r-1")
            .in(Lane.BULK)
            .on(TaskFixtures.OTHER_KEY)
            .superseding(older.id())
            .build();

    store().tasks().ingest(List.of(given));

    Task task = store().tasks().find(given.id()).orElseThrow();
    assertThat(task.origin()).isEqualTo(given.origin());
    assertThat(task.media()).isEqualTo(given.media());
    assertThat(task.question()).isEqualTo(given.question());
    assertThat(task.estimate()).isEqualTo(given.estimate());
    assertThat(task.lane()).isEqualTo(Lane.BULK);
    assertThat(task.supersedes()).contains(older.id());
    assertThat(task.reused()).isFalse();
    assertThat(task.answer()).isEmpty();
    assertThat(task.failure()).isEmpty();
    assertThat(task.progress().round()).isEqualTo(1);
    assertThat(task.progress().attempts()).isZero();
  }

  @Test
  void what_ingest_returns_is_what_find_returns() {
    Task task = ingest("a.png");
    assertThat(store().tasks().find(task.id())).contains(task);
  }

  @Test
  void the_results_stand_in_the_order_of_the_tasks() {
    List<NewTask> given = List.of(newTask("a").build(), newTask("b").build(), newTask("c").build());

    List<Ingested> results = store().tasks().ingest(given);

    assertThat(results)
        .extracting(result -> created(result).id())
        .containsExactlyElementsOf(given.stream().map(NewTask::id).toList());
    assertThat(heads()).containsExactlyElementsOf(given.stream().map(NewTask::id).toList());
  }

  @Test
  void nothing_to_ingest_is_no_mistake() {
    assertThat(store().tasks().ingest(List.of())).isEmpty();
    assertThat(events()).isEmpty();
  }

  @Test
  void the_picture_is_stored_with_its_task() throws IOException {
    NewTask given = newTask("a.png").build();
    store().tasks().ingest(List.of(given));

    assertThat(store().media().info(given.media().digest())).contains(given.media());
    try (InputStream content = store().media().open(given.media().digest()).orElseThrow()) {
      assertThat(content.readAllBytes()).isEqualTo(given.content().orElseThrow());
    }
  }

  @Test
  void a_stored_picture_can_be_named_by_its_digest() {
    ingest("a.png");
    Task second = ingest(newTask("a.png").withPrompt("another question").withoutContent());
    assertThat(second.status()).isEqualTo(TaskStatus.PENDING);
  }

  @Test
  void a_digest_that_is_not_stored_is_told_and_nothing_is_stored() {
    NewTask given = newTask("a.png").withoutContent().build();

    assertThat(store().tasks().ingest(List.of(given)))
        .containsExactly(new Ingested.MediaMissing(given.media().digest()));

    assertThat(store().tasks().find(given.id())).isEmpty();
    assertThat(events()).isEmpty();
  }

  @Test
  void an_entry_can_name_the_picture_of_an_entry_before_it() {
    List<Ingested> results =
        ingestAll(newTask("a.png"), newTask("a.png").withPrompt("more").withoutContent());
    assertThat(results).allSatisfy(result -> created(result));
  }

  @Test
  void an_entry_that_is_not_stored_does_not_keep_the_others_from_being_stored() {
    List<Ingested> results =
        ingestAll(newTask("a.png"), newTask("b.png").withoutContent(), newTask("c.png"));

    assertThat(results.get(1)).isInstanceOf(Ingested.MediaMissing.class);
    assertThat(heads()).containsExactly(created(results.get(0)).id(), created(results.get(2)).id());
  }

  @Test
  void a_stored_answer_completes_a_new_task_at_once() {
    AttemptEnd.Answered answer = answer(ingest("a.png"), "a cat");

    Task again = ingest("a.png");

    assertThat(again.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(again.reused()).isTrue();
    assertThat(again.answer()).map(Answer::id).contains(answer.id());
    assertThat(again.progress().finishTime()).contains(clock.instant());
    assertThat(store().tasks().attempts(again.id())).isEmpty();
    assertThat(story(again)).containsExactly(EventType.CREATED);
    assertThat(heads()).isEmpty();
  }

  @Test
  void a_fresh_task_passes_over_a_stored_answer() {
    answer(ingest("a.png"), "a cat");

    Task fresh = ingest(newTask("a.png").fresh());

    assertThat(fresh.status()).isEqualTo(TaskStatus.PENDING);
    answer(fresh, "a dog");
    assertThat(ingest("a.png").answer().orElseThrow().depiction().altText()).isEqualTo("a dog");
  }

  @Test
  void another_question_about_the_same_picture_is_another_task() {
    answer(ingest("a.png"), "a cat");
    assertThat(ingest(newTask("a.png").withPrompt("which colours?")).status())
        .isEqualTo(TaskStatus.PENDING);
  }

  @Test
  void no_more_tasks_wait_than_are_allowed() {
    Store small = openAnother(new StoreSetting(clock, "node-1", 2));
    List<NewTask> given = List.of(newTask("a").build(), newTask("b").build(), newTask("c").build());

    List<Ingested> results = small.tasks().ingest(given);

    assertThat(results.get(2)).isEqualTo(new Ingested.Full(2));
    assertThat(small.tasks().find(given.get(2).id())).isEmpty();
    assertThat(small.tasks().ingest(List.of(newTask("d").build())))
        .containsExactly(new Ingested.Full(2));

    small.tasks().cancel(given.get(0).id());
    assertThat(small.tasks().ingest(List.of(newTask("e").build())))
        .allSatisfy(result -> created(result));
  }
}
