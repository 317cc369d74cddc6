package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.IngestImage.Picture;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.domain.error.MediaNotFound;
import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.error.QueueFull;
import dev.depict.domain.error.RequestIdReused;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.WaitReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngestServiceTest {
  private static IngestImage.Command command(
      Picture picture, String prompt, Optional<String> model, Optional<String> requestId) {
    return new IngestImage.Command(
        "local",
        picture,
        "source",
        prompt,
        "",
        Optional.empty(),
        model,
        Optional.empty(),
        Optional.of(Lane.NORMAL),
        List.of(),
        requestId,
        false,
        Optional.empty());
  }

  /** A picture about which a model is named. */
  static IngestImage.Command naming(String picture, String model) {
    return command(content(picture), "", Optional.of(model), Optional.empty());
  }

  private static Picture content(String bytes) {
    return new Picture.Content(bytes.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void a_stored_picture_can_be_named_by_its_digest() {
    try (var shop = new Workshop(1)) {
      MediaDigest digest = shop.task(shop.ingest("a")).media().digest();

      var result =
          shop.ingested(
              command(new Picture.Stored(digest), "", Optional.empty(), Optional.empty()));

      assertThat(result.view().waits().orElseThrow().kind()).isEqualTo(WaitReason.Kind.DUPLICATE);
    }
  }

  @Test
  void a_digest_that_is_not_stored_is_refused() {
    try (var shop = new Workshop(1)) {
      var unknown = new Picture.Stored(MediaDigest.of(new byte[] {1, 2, 3}));

      assertThatThrownBy(
              () -> shop.ingested(command(unknown, "", Optional.empty(), Optional.empty())))
          .isInstanceOf(MediaNotFound.class);
    }
  }

  @Test
  void bytes_that_are_no_picture_leave_nothing_behind() {
    try (var shop = new Workshop(1)) {
      assertThatThrownBy(
              () -> shop.ingested(command(content(""), "", Optional.empty(), Optional.empty())))
          .isInstanceOf(MediaRejected.class);
      assertThat(shop.listing.list(TaskFilter.ALL, Optional.empty(), 10).tasks()).isEmpty();
    }
  }

  @Test
  void the_same_request_again_gives_the_same_task() {
    try (var shop = new Workshop(1)) {
      var request = command(content("a"), "", Optional.empty(), Optional.of("r-1"));
      var first = shop.ingested(request);
      var second = shop.ingested(request);

      assertThat(first.replayed()).isFalse();
      assertThat(second.replayed()).isTrue();
      assertThat(second.view().task().id()).isEqualTo(first.view().task().id());
    }
  }

  @Test
  void a_request_id_with_another_request_is_refused() {
    try (var shop = new Workshop(1)) {
      shop.ingested(command(content("a"), "", Optional.empty(), Optional.of("r-1")));

      assertThatThrownBy(() ->
              shop.ingested(command(content("a"), "other", Optional.empty(), Optional.of("r-1"))))
          .isInstanceOf(RequestIdReused.class)
          .hasMessageContaining("r-1");
    }
  }

  @Test
  void a_full_queue_says_its_limit() {
    try (var shop = new Workshop(1)) {
      for (int i = 0; i < 1_000; i++) {
        shop.ingest("p" + i);
      }

      assertThatThrownBy(() -> shop.ingest("one more"))
          .isInstanceOf(QueueFull.class)
          .hasMessageContaining("1000");
    }
  }

  @Test
  void a_model_that_is_named_draws_on_its_own_quota() {
    try (var shop = new Workshop(1)) {
      var result =
          shop.ingested(command(content("a"), "", Optional.of("model-b"), Optional.empty()));

      assertThat(result.view().task().estimate().key().model()).isEqualTo("model-b");
    }
  }

  @Test
  void a_server_without_a_key_names_the_model_it_has() {
    var offline =
        new dev.depict.application.service.Providers(
            List.of(), new dev.depict.domain.quota.QuotaKey("offline", "", "offline"));

    assertThatThrownBy(() -> offline.route(Optional.of("gemini-x")))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("offline");
  }
}
