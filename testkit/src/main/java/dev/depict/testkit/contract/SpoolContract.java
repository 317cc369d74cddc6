package dev.depict.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Spool;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.media.MediaFormat;
import dev.depict.testkit.fixture.TaskFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How pictures arrive in pieces: {@link dev.depict.application.port.out.Spool}. */
public abstract class SpoolContract extends StoreContract {
  protected SpoolContract() {}

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  private static Media media(byte[] content) {
    return new Media(MediaDigest.of(content), MediaFormat.JPEG, content.length, 1920, 1080);
  }

  private byte[] stored(byte[] content) throws IOException {
    try (InputStream stream = store().media().open(MediaDigest.of(content)).orElseThrow()) {
      return stream.readAllBytes();
    }
  }

  private static void write(Spool spool, byte[] content, int piece) {
    for (int from = 0; from < content.length; from += piece) {
      spool.write(Arrays.copyOfRange(content, from, Math.min(content.length, from + piece)));
    }
  }

  @Test
  void what_came_in_pieces_is_stored_as_one_picture() throws IOException {
    for (int length : List.of(1, 64 * 1024, 64 * 1024 + 1, 300_000)) {
      byte[] content = content(length);
      try (Spool spool = store().media().spool()) {
        write(spool, content, 7_001);
        assertThat(spool.size()).isEqualTo(length);
        assertThat(spool.content()).isEqualTo(content);
        spool.keep(media(content));
      }
      assertThat(stored(content)).isEqualTo(content);
      assertThat(store().media().info(MediaDigest.of(content))).contains(media(content));
    }
  }

  @Test
  void an_empty_spool_is_empty() {
    try (Spool spool = store().media().spool()) {
      spool.write(new byte[0]);
      assertThat(spool.size()).isZero();
      assertThat(spool.content()).isEmpty();
    }
  }

  @Test
  void what_is_not_kept_is_not_stored() {
    byte[] content = content(200_000);
    try (Spool spool = store().media().spool()) {
      write(spool, content, 50_000);
      assertThat(store().media().info(MediaDigest.of(content))).isEmpty();
    }
    assertThat(store().media().info(MediaDigest.of(content))).isEmpty();
    assertThat(store().media().open(MediaDigest.of(content))).isEmpty();
  }

  @Test
  void what_was_not_kept_is_lost_with_the_process() {
    byte[] content = content(200_000);
    Spool spool = store().media().spool();
    write(spool, content, 50_000);
    crashAndRecover();
    assertThat(store().media().info(MediaDigest.of(content))).isEmpty();
  }

  @Test
  void a_kept_picture_outlives_a_crash() throws IOException {
    byte[] content = content(200_000);
    try (Spool spool = store().media().spool()) {
      write(spool, content, 60_000);
      spool.keep(media(content));
    }
    crashAndRecover();
    assertThat(stored(content)).isEqualTo(content);
  }

  @Test
  void keeping_a_stored_picture_changes_nothing() throws IOException {
    byte[] content = content(100_000);
    store().media().put(media(content), content);
    try (Spool spool = store().media().spool()) {
      write(spool, content, 60_000);
      spool.keep(media(content));
    }
    assertThat(stored(content)).isEqualTo(content);
  }

  @Test
  void a_picture_is_not_changed_through_the_arrays_it_came_in() throws IOException {
    byte[] content = content(1_000);
    byte[] piece = content.clone();
    try (Spool spool = store().media().spool()) {
      spool.write(piece);
      piece[0]++;
      spool.keep(media(content));
    }
    assertThat(stored(content)).isEqualTo(content);
  }

  @Test
  void pictures_that_arrive_at_the_same_time_do_not_mix() throws IOException {
    byte[] one = content(150_000);
    byte[] other = content(150_001);
    try (Spool first = store().media().spool();
        Spool second = store().media().spool()) {
      for (int from = 0; from < one.length; from += 30_000) {
        first.write(Arrays.copyOfRange(one, from, from + 30_000));
        second.write(Arrays.copyOfRange(other, from, from + 30_000));
      }
      second.write(new byte[] {other[150_000]});
      first.keep(media(one));
      second.keep(media(other));
    }
    assertThat(stored(one)).isEqualTo(one);
    assertThat(stored(other)).isEqualTo(other);
  }

  @Test
  void a_task_can_name_a_picture_that_came_in_pieces() {
    byte[] content = content(100_000);
    try (Spool spool = store().media().spool()) {
      write(spool, content, 60_000);
      spool.keep(TaskFixtures.newTask("a.png").withPicture(content).build().media());
    }
    ingest(TaskFixtures.newTask("a.png").withPicture(content).withoutContent());
  }

  @Test
  void one_picture_sent_by_many_at_once_is_stored_once() throws IOException {
    byte[] content = content(120_000);
    Together.run(
        8,
        number -> {
          try (Spool spool = store().media().spool()) {
            write(spool, content, 20_000 + number);
            spool.keep(media(content));
          }
          return number;
        });
    assertThat(stored(content)).isEqualTo(content);
  }
}
