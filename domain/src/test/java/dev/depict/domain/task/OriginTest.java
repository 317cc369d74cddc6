package dev.depict.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OriginTest {
  private static Origin labelled(List<String> labels) {
    return new Origin("local", "", labels, Optional.empty());
  }

  private static List<String> labels(int count) {
    return IntStream.range(0, count).mapToObj(number -> "label-" + number).toList();
  }

  @Test
  void sixteen_labels_are_allowed_and_no_more() {
    assertThat(labelled(labels(16)).labels()).hasSize(16);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labelled(labels(17)))
        .withMessageContaining("at most 16 labels, not 17");
  }

  @Test
  void a_label_given_twice_counts_once_and_the_order_stays() {
    assertThat(labelled(List.of("b", "a", "b")).labels()).containsExactly("b", "a");
    assertThat(labelled(IntStream.range(0, 40).mapToObj(number -> "same").toList()).labels())
        .containsExactly("same");
  }
}
