package dev.depict.sqlite.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void a_list_of_any_texts_comes_back_as_it_was() {
    List<String> texts = List.of("", "3:sea", "a\nb\u0000c", "日本", ":");

    assertThat(TextList.split(TextList.join(texts))).isEqualTo(texts);
    assertThat(TextList.split("")).isEmpty();
  }

  @Test
  void texts_are_quoted_for_json() {
    assertThat(Json.texts(List.of("a\"b\\c\n"))).isEqualTo("[\"a\\u0022b\\u005cc\\u000a\"]");
  }

  @Test
  void stored_numbers_never_change() {
    assertThat(Arrays.stream(TaskStatus.values()).map(Codes.STATUS::of))
        .containsExactly(0, 1, 2, 3, 4);
    assertThat(Codes.STATUS.constant(3)).isEqualTo(TaskStatus.FAILED);
  }

  @Test
  void a_constant_without_a_number_is_found_at_once() {
    assertThatThrownBy(() -> new Code<>(Lane.class, Map.of(Lane.BULK, 1)))
        .hasMessageContaining("Lane");
  }
}
