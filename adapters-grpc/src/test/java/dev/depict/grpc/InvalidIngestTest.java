package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.depict.proto.v1.IngestRequest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidIngestTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void every_faulty_field_is_named_at_once_and_nothing_is_stored() {
    Status status =
        refused(
            IngestRequest.newBuilder()
                .setSource("s".repeat(2_049))
                .setUserPrompt("p".repeat(8_001))
                .setContextText("c".repeat(8_001))
                .setLanguage("not a tag")
                .setModel(" ")
                .setModeValue(77)
                .setLaneValue(77)
                .setReuseValue(77)
                .setMediaResolutionValue(77)
                .addLabels("")
                .addLabels("l".repeat(65))
                .setRequestId("r".repeat(129))
                .setMaxWait(Duration.newBuilder().setSeconds(-1))
                .setSupersedes("tasks/7"));

    assertThat(status.getCode()).isEqualTo(Code.INVALID_ARGUMENT.getNumber());
    assertThat(Errors.info(status).getReason()).isEqualTo("INVALID_REQUEST");
    assertThat(Errors.fields(status))
        .containsExactlyInAnyOrder(
            "source_of",
            "source",
            "user_prompt",
            "context_text",
            "language",
            "model",
            "mode",
            "lane",
            "reuse",
            "media_resolution",
            "labels[0]",
            "labels[1]",
            "request_id",
            "max_wait",
            "supersedes");
    assertThat(rig.store.events().newest().sequence()).isZero();
  }

  @Test
  void a_long_value_is_shown_shortened() {
    Status status = refused(Rig.async("a.png").setUserPrompt("p".repeat(8_001)));

    assertThat(Errors.violations(status))
        .singleElement()
        .satisfies(violation -> assertThat(violation.getDescription()).hasSizeLessThan(100));
    assertThat(status.getMessage()).contains("user_prompt", "8001", "8000").hasSizeLessThan(200);
  }

  @Test
  void characters_are_counted_as_people_count_them() {
    rig.tasks().ingest(Rig.async("a.png").addLabels("🐦".repeat(64)).build());
  }

  @Test
  void a_path_that_is_none_is_refused() {
    assertThat(Errors.fields(refused(IngestRequest.newBuilder().setPath(""))))
        .containsExactly("path");
    assertThat(Errors.fields(refused(IngestRequest.newBuilder().setPath("/" + "p".repeat(2_048)))))
        .containsExactly("path");
  }

  @Test
  void at_most_sixteen_different_labels_are_taken() {
    var request = Rig.async("a.png");
    IntStream.range(0, 16).forEach(i -> request.addLabels("label " + i).addLabels("label " + i));
    rig.tasks().ingest(request.build());

    assertThat(Errors.fields(refused(request.addLabels("one more")))).containsExactly("labels");
  }

  @Test
  void max_wait_is_for_sync_only() {
    Status status = refused(Rig.async("a.png").setMaxWait(Duration.newBuilder().setSeconds(1)));

    assertThat(Errors.fields(status)).containsExactly("max_wait");
  }

  @Test
  void an_empty_picture_is_refused() {
    assertThat(
            Errors.fields(
                refused(
                    IngestRequest.newBuilder().setContent(com.google.protobuf.ByteString.EMPTY))))
        .containsExactly("content");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "media", "media/", "media/ABC", "tasks/0"})
  void a_media_name_that_is_none_is_refused(String name) {
    assertThat(Errors.fields(refused(IngestRequest.newBuilder().setMedia(name))))
        .containsExactly("media");
  }

  @Test
  void however_many_fields_are_faulty_the_error_gets_home() {
    var request = Rig.async("a.png");
    IntStream.range(0, 5_000).forEach(i -> request.addLabels("l".repeat(65) + i));

    assertThat(Errors.violations(refused(request))).hasSize(25);
  }

  private Status refused(IngestRequest.Builder request) {
    return Errors.of(() -> rig.tasks().ingest(request.build()));
  }
}
