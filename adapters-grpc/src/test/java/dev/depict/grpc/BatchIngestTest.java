package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.depict.proto.v1.BatchIngestRequest;
import dev.depict.proto.v1.BatchIngestResponse;
import dev.depict.proto.v1.BatchIngestResult;
import dev.depict.proto.v1.FieldViolation;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Rejection;
import dev.depict.proto.v1.TaskStatus;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchIngestTest {
  private static final String NOWHERE = "media/" + "0".repeat(64);

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void each_entry_has_its_own_result_in_the_order_of_the_request() {
    BatchIngestResponse response =
        batch(
            entry("a.png").build(),
            entry("b.png").setLanguage("not a tag").addLabels("").build(),
            entry("c.png").setContent(ByteString.copyFromUtf8("!")).build(),
            entry("d.png").setMedia(NOWHERE).build(),
            entry("e.png").build());

    assertThat(response.getResultsList()).hasSize(5);
    assertThat(response.getResults(0).getTask().getSource()).isEqualTo("a.png");
    assertThat(response.getResults(4).getTask().getSource()).isEqualTo("e.png");
    assertThat(response.getResultsList())
        .filteredOn(BatchIngestResult::hasRejection)
        .extracting(BatchIngestResult::getRejection)
        .extracting(Rejection::getIndex, Rejection::getReason, Rejection::getCode)
        .containsExactly(
            rejection(1, "INVALID_REQUEST", Code.INVALID_ARGUMENT),
            rejection(2, "MEDIA_UNSUPPORTED", Code.INVALID_ARGUMENT),
            rejection(3, "MEDIA_NOT_FOUND", Code.NOT_FOUND));
    assertThat(response.getResults(1).getRejection().getFieldViolationsList())
        .extracting(FieldViolation::getField)
        .containsExactlyInAnyOrder("requests[1].language", "requests[1].labels[0]");
    assertThat(rig.store.events().newest().sequence()).isEqualTo(2);
  }

  @Test
  void all_faulty_fields_of_an_entry_are_named() {
    var entry = entry("a.png").setUserPrompt("p".repeat(8_001));
    IntStream.range(0, 30).forEach(i -> entry.addLabels("l".repeat(65) + i));

    Rejection rejection = batch(entry.build()).getResults(0).getRejection();

    assertThat(rejection.getFieldViolationsList()).hasSize(32);
  }

  @Test
  void the_same_request_id_gives_the_same_task() {
    IngestRequest entry = entry("a.png").setRequestId("r-1").build();
    BatchIngestResult first = batch(entry).getResults(0);

    BatchIngestResult again = batch(entry).getResults(0);

    assertThat(first.getReplayed()).isFalse();
    assertThat(again.getReplayed()).isTrue();
    assertThat(again.getTask().getName()).isEqualTo(first.getTask().getName());
  }

  @Test
  void an_atomic_batch_is_stored_as_a_whole() {
    var request =
        BatchIngestRequest.newBuilder()
            .setAtomic(true)
            .addRequests(entry("a.png"))
            .addRequests(entry("b.png"))
            .build();

    assertThat(rig.tasks().batchIngest(request).getResultsList())
        .allMatch(result -> result.getTask().getStatus() == TaskStatus.TASK_STATUS_PENDING);
  }

  @Test
  void an_atomic_batch_with_a_faulty_field_stores_nothing_and_names_the_entry() {
    Status status = refused(entry("a.png"), entry("b.png").setLanguage("not a tag"));

    assertThat(status.getCode()).isEqualTo(Code.INVALID_ARGUMENT.getNumber());
    assertThat(Errors.info(status).getMetadataMap()).containsEntry("index", "1");
    assertThat(Errors.fields(status)).containsExactly("requests[1].language");
    assertThat(status.getMessage()).startsWith("requests[1]: ");
    assertThat(rig.store.events().newest().sequence()).isZero();
  }

  @Test
  void an_atomic_batch_with_a_picture_that_is_missing_says_which() {
    Status status = refused(entry("a.png"), entry("b.png"), entry("c.png").setMedia(NOWHERE));

    assertThat(Errors.info(status).getReason()).isEqualTo("MEDIA_NOT_FOUND");
    assertThat(Errors.info(status).getMetadataMap())
        .containsEntry("index", "2")
        .containsEntry("media", NOWHERE);
    assertThat(rig.store.events().newest().sequence()).isZero();
  }

  @Test
  void what_does_not_fit_into_the_queue_is_told_when_to_come_back() {
    try (Rig full = new Rig(1, UnaryOperator.identity(), UnaryOperator.identity())) {
      BatchIngestResponse response =
          full.tasks()
              .batchIngest(
                  BatchIngestRequest.newBuilder()
                      .addRequests(entry("a.png"))
                      .addRequests(entry("b.png"))
                      .build());

      assertThat(response.getResults(0).hasTask()).isTrue();
      assertThat(response.getResults(1).getRejection().getReason()).isEqualTo("QUEUE_FULL");
      assertThat(response.getResults(1).getRejection().hasRetryDelay()).isTrue();
    }
  }

  @Test
  void nobody_waits_for_the_entries_of_a_batch() {
    Rejection rejection =
        batch(entry("a.png").setMode(IngestMode.INGEST_MODE_SYNC).build())
            .getResults(0)
            .getRejection();

    assertThat(rejection.getFieldViolations(0).getField()).isEqualTo("requests[0].mode");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_001})
  void no_entries_or_too_many_are_refused(int count) {
    var request = BatchIngestRequest.newBuilder();
    IntStream.range(0, count).forEach(i -> request.addRequests(entry("a.png")));

    assertThat(Errors.fields(Errors.of(() -> rig.tasks().batchIngest(request.build()))))
        .containsExactly("requests");
  }

  private Status refused(IngestRequest.Builder... entries) {
    var request = BatchIngestRequest.newBuilder().setAtomic(true);
    List.of(entries).forEach(request::addRequests);
    return Errors.of(() -> rig.tasks().batchIngest(request.build()));
  }

  private BatchIngestResponse batch(IngestRequest... entries) {
    return rig.tasks()
        .batchIngest(BatchIngestRequest.newBuilder().addAllRequests(List.of(entries)).build());
  }

  private static IngestRequest.Builder entry(String name) {
    return Rig.sync(name).clearMode();
  }

  private static org.assertj.core.groups.Tuple rejection(int index, String reason, Code code) {
    return org.assertj.core.groups.Tuple.tuple(index, reason, code.getNumber());
  }
}
