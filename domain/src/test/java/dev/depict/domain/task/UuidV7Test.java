package dev.depict.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class UuidV7Test {
  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
  private final RandomGenerator random = new Random(7);

  @Test
  void it_has_the_version_and_the_variant_of_the_standard() {
    for (RandomGenerator bits : Stream.of(random, () -> 0L, () -> -1L).toList()) {
      UUID id = UuidV7.at(TIME, bits);
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
    }
  }

  @Test
  void it_begins_with_the_milliseconds() {
    UUID id = UuidV7.at(TIME, random);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(TIME.toEpochMilli());
  }

  @Test
  void later_ones_sort_behind_earlier_ones_as_text() {
    assertThat(
            IntStream.range(0, 1_000)
                .mapToObj(number -> UuidV7.at(TIME.plusMillis(number), random).toString()))
        .isSorted();
  }

  @Test
  void those_of_one_millisecond_differ() {
    assertThat(IntStream.range(0, 10_000).mapToObj(number -> UuidV7.at(TIME, random)))
        .doesNotHaveDuplicates();
  }
}
