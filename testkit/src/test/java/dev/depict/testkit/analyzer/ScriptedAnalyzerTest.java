package dev.depict.testkit.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.Outcome;
import dev.depict.domain.task.FailureClass;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.picture.PlainPictures;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ScriptedAnalyzerTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ScriptedAnalyzer analyzer = new ScriptedAnalyzer("scripted");
  private final NewTask cat = TaskFixtures.newTask("cat.png").build();
  private final NewTask dog = TaskFixtures.newTask("dog.png").build();

  private Outcome ask(NewTask task) {
    var prepared =
        (ImagePreparer.Preparation.Prepared)
            new PlainPictures()
                .prepare(task.media(), new ByteArrayInputStream(task.content().orElseThrow()));
    return analyzer.analyze(prepared.image(), task.question(), ImageAnalyzer.Call.of("model-a"));
  }

  private CompletableFuture<Outcome> askLater(NewTask task) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> outcome.complete(ask(task)));
    return outcome;
  }

  @Test
  void without_a_script_the_answer_tells_the_picture() {
    assertThat(ask(cat))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            answered ->
                assertThat(answered.depiction().altText())
                    .isEqualTo(ScriptedAnalyzer.altTextOf(cat.media().digest())));
  }

  @Test
  void scripted_outcomes_come_in_order_and_those_of_a_picture_first() {
    Outcome first = Outcomes.unavailable(FailureClass.NETWORK);
    Outcome second = Outcomes.throttled(Duration.ofSeconds(3));
    Outcome ofTheDog = Outcomes.refused(FailureClass.BLOCKED);
    analyzer.then(first, second).about(dog.media().digest(), ofTheDog);

    List<Outcome> outcomes = Stream.of(cat, dog, dog).map(this::ask).toList();

    assertThat(outcomes).containsExactly(first, ofTheDog, second);
  }

  @Test
  void every_call_is_remembered() {
    ask(cat);
    ask(dog);
    assertThat(analyzer.calls())
        .extracting(ScriptedAnalyzer.Call::media)
        .containsExactly(cat.media().digest(), dog.media().digest());
    assertThat(analyzer.calls().getFirst().model()).isEqualTo("model-a");
  }

  @Test
  void held_calls_arrive_and_come_back_when_released() {
    analyzer.hold();
    CompletableFuture<Outcome> first = askLater(cat);
    CompletableFuture<Outcome> second = askLater(dog);

    analyzer.awaitCalls(2, LONG);

    assertThat(first).isNotDone();
    assertThat(second).isNotDone();
    assertThat(analyzer.mostAtOnce()).isEqualTo(2);
    analyzer.release();
    assertThat(first.join()).isInstanceOf(Outcome.Answered.class);
    assertThat(second.join()).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void calls_that_do_not_come_are_an_error() {
    assertThatThrownBy(() -> analyzer.awaitCalls(1, Duration.ZERO))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1 calls expected");
  }
}
