package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.question.Fingerprint;
import dev.depict.domain.question.Question;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.testkit.fixture.TaskFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which questions need no call: {@link dev.depict.application.port.out.KnownQuestions}. */
public abstract class KnownQuestionsContract extends StoreContract {
  protected KnownQuestionsContract() {}

  private static Question question(String source) {
    return newTask(source).build().question();
  }

  private Set<Fingerprint> answered(Question... questions) {
    return store().questions().answered(List.of(questions));
  }

  private Set<Fingerprint> underWay(Question... questions) {
    return store().questions().underWay(List.of(questions));
  }

  @Test
  void a_question_nobody_asked_is_not_known() {
    Question never = question("never.png");
    assertThat(answered(never)).isEmpty();
    assertThat(underWay(never)).isEmpty();
    assertThat(answered()).isEmpty();
    assertThat(underWay()).isEmpty();
  }

  @Test
  void a_question_is_under_way_until_it_is_answered() {
    Task task = ingest("a.png");
    Question question = task.question();
    Fingerprint fingerprint = question.fingerprint();
    assertThat(underWay(question)).containsExactly(fingerprint);
    Lease lease = claim(task);
    assertThat(underWay(question)).containsExactly(fingerprint);
    assertThat(answered(question)).isEmpty();

    end(lease, TaskFixtures.answered("a cat"));

    assertThat(underWay(question)).isEmpty();
    assertThat(answered(question)).containsExactly(fingerprint);
  }

  @Test
  void a_delayed_question_is_under_way() {
    Task task = ingest("a.png");
    end(claim(task), retryAt(clock.instant().plusSeconds(10)));
    assertThat(underWay(task.question())).hasSize(1);
  }

  @Test
  void a_question_whose_task_ended_without_an_answer_is_not_known() {
    Task failed = ingest("a.png");
    end(claim(failed), failed(FailureClass.BLOCKED));
    Task cancelled = ingest("b.png");
    store().tasks().cancel(cancelled.id());
    assertThat(underWay(failed.question(), cancelled.question())).isEmpty();
    assertThat(answered(failed.question(), cancelled.question())).isEmpty();
  }

  @Test
  void another_question_about_the_same_picture_is_another_question() {
    answer(ingest("a.png"), "a cat");
    ingest("b.png");
    Question first = newTask("a.png").withPrompt("count the cats").build().question();
    Question second = newTask("b.png").withPrompt("count the cats").build().question();
    assertThat(answered(first, second)).isEmpty();
    assertThat(underWay(first, second)).isEmpty();
  }

  @Test
  void ten_thousand_questions_are_looked_up_at_once() {
    answer(ingest("picture 1"), "a cat");
    ingest("picture 2");
    List<Question> questions = new ArrayList<>();
    for (int number = 0; number < 10_000; number++) {
      questions.add(question("picture " + number));
    }
    questions.addAll(questions.subList(0, 3));

    assertThat(store().questions().answered(questions))
        .containsExactly(questions.get(1).fingerprint());
    assertThat(store().questions().underWay(questions))
        .containsExactly(questions.get(2).fingerprint());
  }
}
