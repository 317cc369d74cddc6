package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.depict.application.port.in.UploadMedia.Upload;
import dev.depict.application.service.MediaReading;
import dev.depict.application.service.UploadService;
import dev.depict.domain.error.MediaNotFound;
import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.media.Media;
import dev.depict.testkit.memory.InMemoryStore;
import dev.depict.testkit.picture.PlainPictures;
import dev.depict.testkit.time.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Pictures that come in pieces. */
class UploadServiceTest {
  private final InMemoryStore store = new InMemoryStore(new SettableClock());
  private final PlainPictures pictures = new PlainPictures();
  private final UploadService uploads = new UploadService(store.media(), pictures, 10);
  private final MediaReading reading = new MediaReading(store.media());

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void the_pieces_are_stored_as_one_picture() throws IOException {
    Media media;
    try (Upload upload = uploads.begin()) {
      upload.add(bytes("01234"));
      upload.add(bytes("56789"));
      media = upload.finish();
    }

    assertThat(reading.info(media.digest())).isEqualTo(media);
    try (InputStream content = reading.open(media.digest())) {
      assertThat(content.readAllBytes()).isEqualTo(bytes("0123456789"));
    }
  }

  @Test
  void one_piece_too_many_is_refused_when_it_comes() {
    try (Upload upload = uploads.begin()) {
      upload.add(bytes("0123456789"));

      assertThatExceptionOfType(MediaRejected.class)
          .isThrownBy(() -> upload.add(bytes("x")))
          .withMessageContaining("10 bytes");
    }
  }

  @Test
  void what_is_not_finished_is_not_stored() {
    try (Upload upload = uploads.begin()) {
      upload.add(bytes("half"));
    }
    Media media = pictures.inspect(bytes("half"));

    assertThatExceptionOfType(MediaNotFound.class).isThrownBy(() -> reading.info(media.digest()));
  }
}
