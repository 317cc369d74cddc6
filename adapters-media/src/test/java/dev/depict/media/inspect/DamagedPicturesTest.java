package dev.depict.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.media.Media;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes: facts or a rejection, and never another exception. */
class DamagedPicturesTest {
  private static final long SEED = 20_260_727;
  private static final int MUTATIONS = 3000;

  private final PictureInspector inspector = new PictureInspector(MediaLimits.DEFAULT);

  static List<Catalogue.Entry> catalogue() {
    return Catalogue.all();
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void a_picture_cut_off_anywhere_is_rejected_or_was_complete_before(Catalogue.Entry entry) {
    byte[] whole = entry.content();
    for (int length = 0; length < whole.length; length++) {
      Optional<Media> facts = inspect(Arrays.copyOf(whole, length));
      if (facts.isPresent()) {
        assertThat(facts.get().width()).isEqualTo(96);
        assertThat(whole.length - length).as("bytes behind the picture").isLessThan(16);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void random_changes_bring_facts_or_a_rejection(Catalogue.Entry entry) {
    var random = new Random(SEED);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] changed = entry.content().clone();
      int changes = 1 + random.nextInt(4);
      for (int change = 0; change < changes; change++) {
        // The head decides more than the pixels do.
        int range = random.nextBoolean() ? Math.min(64, changed.length) : changed.length;
        changed[random.nextInt(range)] = (byte) random.nextInt();
      }
      assertThat(inspect(changed)).as("seed %d, change %d", SEED, i).isNotNull();
    }
  }

  @Test
  void boxes_nested_without_end_are_rejected() {
    byte[] deep = new byte[120_000];
    byte[] head = {0, 0, 0, 16, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0};
    System.arraycopy(head, 0, deep, 0, head.length);
    byte[] box = {0, 0, 0, 0, 'i', 'p', 'r', 'p'};
    for (int at = head.length; at + box.length <= deep.length; at += box.length) {
      System.arraycopy(box, 0, deep, at, box.length);
    }
    assertThat(inspect(deep)).isEmpty();
  }

  private Optional<Media> inspect(byte[] content) {
    try {
      return Optional.of(inspector.inspect(content));
    } catch (MediaRejected rejected) {
      assertThat(rejected.getMessage()).isNotBlank().doesNotContain("\n");
      return Optional.empty();
    }
  }
}
