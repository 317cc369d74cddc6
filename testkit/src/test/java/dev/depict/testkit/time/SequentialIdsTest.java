package dev.depict.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SequentialIdsTest {
  private final SequentialIds ids = new SequentialIds();

  @Test
  void ids_are_uuids_of_version_7() {
    UUID id = ids.next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void each_id_is_greater_than_the_one_before() {
    assertThat(Stream.generate(ids::next).limit(10_000).map(UUID::toString))
        .isSorted()
        .doesNotHaveDuplicates();
  }
}
