package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.depiction;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.answer.Chunk;
import dev.depict.domain.answer.Depiction;
import dev.depict.domain.task.Task;
import dev.depict.testkit.fixture.NewTaskBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How answers are searched: {@link dev.depict.application.port.out.ChunkIndex}. */
public abstract class ChunkIndexContract extends StoreContract {
  protected ChunkIndexContract() {}

  private Chunk describe(NewTaskBuilder task, Depiction words) {
    AttemptEnd.Answered end = answered(words);
    end(claim(ingest(task)), end);
    return store().chunks().find(end.id()).orElseThrow();
  }

  private List<AnswerId> search(String words) {
    return store().chunks().search(words, 10).stream().map(Chunk::id).toList();
  }

  @Test
  void an_answer_has_a_chunk_with_everything_that_is_searched() {
    Depiction words =
        new Depiction("Alt.", "Description.", List.of("one", "two"), Optional.of("OCR"), "en");
    NewTaskBuilder task =
        newTask("a.png").from("albums/a.png").withContext("chapter 7").labelled("red", "blue");

    Chunk chunk = describe(task, words);

    assertThat(chunk.media()).isEqualTo(task.build().media().digest());
    assertThat(chunk.title()).isEqualTo("albums/a.png");
    assertThat(chunk.depiction()).isEqualTo(words);
    assertThat(chunk.sources()).isEqualTo("albums/a.png");
    assertThat(chunk.contexts()).isEqualTo("chapter 7");
    assertThat(chunk.labels().lines()).containsExactly("red", "blue");
  }

  @Test
  void a_picture_without_a_source_is_titled_by_its_digest() {
    Chunk chunk = describe(newTask("a.png").from(""), depiction("a cat"));
    assertThat(chunk.title()).isEqualTo(chunk.media().hex());
    assertThat(chunk.sources()).isEmpty();
  }

  @Test
  void a_chunk_names_the_sources_of_all_its_tasks() {
    Task leader = ingest(newTask("a.png").labelled("x"));
    ingest(newTask("a.png").from("copy.png").labelled("y"));
    AttemptEnd.Answered end = answer(leader, "a cat");

    Chunk chunk = store().chunks().find(end.id()).orElseThrow();

    assertThat(chunk.title()).isEqualTo("a.png");
    assertThat(chunk.sources().lines()).containsExactly("a.png", "copy.png");
    assertThat(chunk.labels().lines()).containsExactly("x", "y");
    assertThat(search("copy")).containsExactly(chunk.id());
  }

  @Test
  void an_unknown_answer_has_no_chunk() {
    assertThat(store().chunks().find(answered("never stored").id())).isEmpty();
  }

  @Test
  void each_part_of_a_chunk_is_searched() {
    AnswerId id =
        describe(
                newTask("a.png")
                    .from("sourceword.png")
                    .withContext("contextword")
                    .labelled("labelword"),
                new Depiction(
                    "altword", "descword", List.of("keyword"), Optional.of("ocrword"), "en"))
            .id();
    for (String word :
        List.of(
            "altword",
            "descword",
            "keyword",
            "ocrword",
            "sourceword",
            "contextword",
            "labelword")) {
      assertThat(search(word)).as(word).containsExactly(id);
    }
  }

  @Test
  void all_words_have_to_be_there() {
    AnswerId cat = describe(newTask("a"), depiction("a black cat on a wall")).id();
    AnswerId dog = describe(newTask("b"), depiction("a black dog")).id();
    assertThat(search("black")).containsExactlyInAnyOrder(cat, dog);
    assertThat(search("black cat")).containsExactly(cat);
    assertThat(search("wall black")).containsExactly(cat);
    assertThat(search("black bird")).isEmpty();
  }

  @Test
  void case_and_diacritics_do_not_matter() {
    AnswerId id = describe(newTask("a"), depiction("Ein Café in ÎLE-de-France")).id();
    assertThat(search("CAFE")).containsExactly(id);
    assertThat(search("île")).containsExactly(id);
    assertThat(search("ile france")).containsExactly(id);
  }

  @Test
  void the_last_word_also_matches_as_a_prefix() {
    AnswerId id = describe(newTask("a"), depiction("a lighthouse at night")).id();
    assertThat(search("night lighth")).containsExactly(id);
    assertThat(search("lighth night")).isEmpty();
  }

  @Test
  void words_of_other_scripts_are_found() {
    AnswerId id = describe(newTask("a"), depiction("Чёрный кот на окне")).id();
    assertThat(search("КОТ")).containsExactly(id);
  }

  @Test
  void anything_but_letters_and_digits_only_separates_words() {
    AnswerId id = describe(newTask("a"), depiction("exit 42, left")).id();
    for (String words :
        List.of(
            "\"exit\" 42",
            "exit* (42)",
            "exit:42",
            "'exit' ^42 -- ;",
            "exit\u0000 42",
            "{exit} + 42\"")) {
      assertThat(search(words)).as(words).containsExactly(id);
    }
    assertThat(search("exit NOT left")).as("no operators").isEmpty();
    assertThat(search("exit OR nothing")).as("no operators").isEmpty();
    assertThat(search("sources: exit")).as("no columns").isEmpty();
  }

  @Test
  void no_word_has_no_result() {
    describe(newTask("a"), depiction("a cat"));
    assertThat(search("")).isEmpty();
    assertThat(search("  \"*\" -- ")).isEmpty();
  }

  @Test
  void the_best_match_comes_first() {
    AnswerId once =
        describe(newTask("a"), depiction("a wide view of a harbour with ships, and one tower"))
            .id();
    AnswerId often = describe(newTask("b"), depiction("tower beside tower")).id();
    assertThat(search("tower")).containsExactly(often, once);
  }

  @Test
  void no_more_chunks_come_than_asked_for() {
    for (int number = 0; number < 5; number++) {
      describe(newTask("picture " + number), depiction("a cat"));
    }
    assertThat(store().chunks().search("cat", 3)).hasSize(3);
  }
}
