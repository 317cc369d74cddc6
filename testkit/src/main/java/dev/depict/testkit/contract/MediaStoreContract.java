package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.NewTask;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How pictures are kept: {@link dev.depict.application.port.out.MediaStore}. */
public abstract class MediaStoreContract extends StoreContract {
  protected MediaStoreContract() {}

  private static final int SMALL = 10;
  private static final int LARGE = 300_000;

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    for (int position = 0; position < length; position++) {
      content[position] = (byte) (position * 31 + length);
    }
    return content;
  }

  private static Media media(byte[] content) {
    return new Media(MediaDigest.of(content), MediaFormat.WEBP, content.length, 1920, 1080);
  }

  private byte[] read(MediaDigest digest) throws IOException {
    try (InputStream content = store().media().open(digest).orElseThrow()) {
      return content.readAllBytes();
    }
  }

  @Test
  void a_picture_comes_back_byte_by_byte() throws IOException {
    for (int length : List.of(1, SMALL, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, LARGE)) {
      byte[] content = content(length);
      store().media().put(media(content), content);
      assertThat(read(MediaDigest.of(content))).isEqualTo(content);
      assertThat(store().media().info(MediaDigest.of(content))).contains(media(content));
    }
  }

  @Test
  void an_unknown_picture_is_not_there() {
    MediaDigest unknown = MediaDigest.of(content(SMALL));
    assertThat(store().media().info(unknown)).isEmpty();
    assertThat(store().media().open(unknown)).isEmpty();
  }

  @Test
  void putting_a_picture_twice_changes_nothing() throws IOException {
    for (int length : List.of(SMALL, LARGE)) {
      byte[] content = content(length);
      store().media().put(media(content), content);
      store().media().put(media(content), content);
      assertThat(read(MediaDigest.of(content))).isEqualTo(content);
    }
  }

  @Test
  void a_picture_is_not_changed_through_the_array_it_came_in() throws IOException {
    byte[] content = content(SMALL);
    Media media = media(content);
    store().media().put(media, content);
    content[0]++;
    assertThat(read(media.digest())).isEqualTo(content(SMALL));
  }

  @Test
  void a_picture_can_be_read_by_several_at_once() throws IOException {
    byte[] content = content(LARGE);
    store().media().put(media(content), content);
    try (InputStream first = store().media().open(MediaDigest.of(content)).orElseThrow();
        InputStream second = store().media().open(MediaDigest.of(content)).orElseThrow()) {
      assertThat(first.readNBytes(100)).isEqualTo(second.readNBytes(100));
    }
  }

  @Test
  void the_same_picture_put_by_many_at_once_is_stored_once() throws IOException {
    byte[] content = content(LARGE);
    Together.run(
        8,
        number -> {
          store().media().put(media(content), content);
          return number;
        });
    assertThat(read(MediaDigest.of(content))).isEqualTo(content);
  }

  @Test
  void a_large_picture_comes_with_its_task() throws IOException {
    byte[] content = content(LARGE);
    Task task = ingest(newTask("large.png").withPicture(content));
    assertThat(read(task.media().digest())).isEqualTo(content);
  }

  @Test
  void pictures_outlive_a_crash() throws IOException {
    for (int length : List.of(SMALL, LARGE)) {
      byte[] content = content(length);
      store().media().put(media(content), content);
    }
    crashAndRecover();
    assertThat(read(MediaDigest.of(content(SMALL)))).isEqualTo(content(SMALL));
    assertThat(read(MediaDigest.of(content(LARGE)))).isEqualTo(content(LARGE));
  }

  @Test
  void a_task_can_name_a_picture_that_was_put() {
    NewTask task = newTask("a.png").build();
    store().media().put(task.media(), task.content().orElseThrow());
    ingest(newTask("a.png").withoutContent());
  }
}
