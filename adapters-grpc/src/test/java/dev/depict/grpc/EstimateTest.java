package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.rpc.Code;
import dev.depict.application.port.in.EstimateIngest;
import dev.depict.application.port.in.EstimateIngest.Estimation;
import dev.depict.application.port.in.IngestImage;
import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.error.QuestionTooLarge;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.proto.v1.EstimateIngestRequest;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.FieldViolation;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Rejection;
import dev.depict.testkit.time.SettableClock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void the_sums_and_the_models_are_told() {
    rig.estimate.told =
        new Estimation(
            12,
            3,
            15_000,
            2_400,
            new MicroDollars(10_500),
            true,
            new TreeSet<>(List.of("model-b", "model-a")),
            Optional.of(SettableClock.START.plusSeconds(48)),
            List.of());

    EstimateIngestResponse response = estimated(stored());

    assertThat(response.getNewCount()).isEqualTo(12);
    assertThat(response.getKnownCount()).isEqualTo(3);
    assertThat(response.getEstimatedInputTokens()).isEqualTo(15_000);
    assertThat(response.getEstimatedOutputTokens()).isEqualTo(2_400);
    assertThat(response.getEstimatedCostMicroUsd()).isEqualTo(10_500);
    assertThat(response.getCostIncomplete()).isTrue();
    assertThat(response.getModelsList()).containsExactly("model-a", "model-b");
    assertThat(response.getEstimatedFinishTime())
        .isEqualTo(Times.timestamp(SettableClock.START.plusSeconds(48)));
  }

  @Test
  void nothing_known_of_the_end_is_told_as_nothing() {
    assertThat(estimated(stored()).hasEstimatedFinishTime()).isFalse();
  }

  @Test
  void entries_are_read_as_an_ingest_reads_them_and_nothing_is_stored() {
    estimated(
        Rig.async("a.png").setUserPrompt("Which bird?").setModel("model-b").build(), stored());

    assertThat(rig.estimate.asked).hasSize(2);
    assertThat(rig.estimate.asked.getFirst().prompt()).isEqualTo("Which bird?");
    assertThat(rig.estimate.asked.getFirst().model()).contains("model-b");
    assertThat(rig.estimate.asked.getLast().picture())
        .isInstanceOf(IngestImage.Picture.Stored.class);
    assertThat(rig.estimate.asked.getLast().lane()).isEmpty();
    assertThat(rig.store.events().newest().sequence()).isZero();
  }

  @Test
  void faulty_entries_are_rejected_by_their_places_and_the_others_estimated() {
    rig.estimate.told =
        rejecting(
            new EstimateIngest.Rejected(1, new QuestionTooLarge(300_000, 250_000)),
            new EstimateIngest.Rejected(
                0, new MediaRejected(MediaRejected.Reason.UNSUPPORTED, "no picture")));

    EstimateIngestResponse response =
        estimated(
            IngestRequest.getDefaultInstance(),
            stored(),
            stored().toBuilder().setLanguage("not a tag").build(),
            stored());

    assertThat(rig.estimate.asked).hasSize(2);
    assertThat(response.getRejectionsList())
        .extracting(Rejection::getIndex, Rejection::getReason, Rejection::getCode)
        .containsExactly(
            tuple(0, "INVALID_REQUEST", Code.INVALID_ARGUMENT),
            tuple(1, "MEDIA_UNSUPPORTED", Code.INVALID_ARGUMENT),
            tuple(2, "INVALID_REQUEST", Code.INVALID_ARGUMENT),
            tuple(3, "QUESTION_TOO_LARGE", Code.FAILED_PRECONDITION));
    assertThat(response.getRejections(2).getFieldViolationsList())
        .extracting(FieldViolation::getField)
        .containsExactly("requests[2].language");
    assertThat(response.getRejections(3).getMessage()).contains("300000", "250000");
  }

  @Test
  void nobody_waits_for_the_entries_of_a_list() {
    EstimateIngestResponse response =
        estimated(
            stored().toBuilder().setMode(IngestMode.INGEST_MODE_SYNC).build(),
            stored().toBuilder()
                .clearMode()
                .setMaxWait(Duration.newBuilder().setSeconds(1))
                .build());

    assertThat(response.getRejectionsList())
        .flatExtracting(Rejection::getFieldViolationsList)
        .extracting(FieldViolation::getField)
        .containsExactly("requests[0].mode", "requests[1].max_wait");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10_001})
  void no_entries_or_too_many_are_refused(int count) {
    var request = EstimateIngestRequest.newBuilder();
    IntStream.range(0, count).forEach(i -> request.addRequests(stored()));

    assertThat(Errors.fields(Errors.of(() -> rig.tasks().estimateIngest(request.build()))))
        .containsExactly("requests");
  }

  private EstimateIngestResponse estimated(IngestRequest... entries) {
    return rig.tasks()
        .estimateIngest(
            EstimateIngestRequest.newBuilder().addAllRequests(List.of(entries)).build());
  }

  private static IngestRequest stored() {
    return IngestRequest.newBuilder()
        .setMedia("media/" + MediaDigest.of(new byte[] {1}))
        .setMode(IngestMode.INGEST_MODE_ASYNC)
        .build();
  }

  private static Estimation rejecting(EstimateIngest.Rejected... rejected) {
    return new Estimation(
        0, 0, 0, 0, MicroDollars.ZERO, false, new TreeSet<>(), Optional.empty(), List.of(rejected));
  }

  private static org.assertj.core.groups.Tuple tuple(int index, String reason, Code code) {
    return org.assertj.core.groups.Tuple.tuple(index, reason, code.getNumber());
  }
}
