package dev.depict.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FullTextQueryTest {
  @Test
  void nothing_a_caller_types_is_an_operator() {
    assertThat(FullTextQuery.of("red* NEAR(\"cat\") -dog title:sun"))
        .contains("\"red\" AND \"NEAR\" AND \"cat\" AND \"dog\" AND \"title\" AND \"sun\"*");
  }

  @Test
  void without_a_word_there_is_no_query() {
    assertThat(FullTextQuery.of(" *\"-\u0301 ")).isEmpty();
  }
}
