package dev.depict.grpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import dev.depict.application.port.in.UploadMedia;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.proto.v1.GetMediaRequest;
import dev.depict.proto.v1.UploadMediaRequest;
import dev.depict.proto.v1.UploadMediaResponse;
import dev.depict.testkit.contract.StoreSetting;
import io.grpc.internal.testing.StreamRecorder;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UploadMediaTest {
  /** What happened to uploads, in order. */
  private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

  private final Rig rig = new Rig(StoreSetting.NO_LIMIT, this::watched, UnaryOperator.identity());
  private final StreamRecorder<UploadMediaResponse> answer = StreamRecorder.create();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_picture_in_pieces_is_stored_under_its_digest_and_can_be_asked_about() throws Exception {
    StreamObserver<UploadMediaRequest> pieces = upload();
    pieces.onNext(piece("picture "));
    pieces.onNext(piece(""));
    pieces.onNext(piece("of a bird"));
    pieces.onCompleted();

    var media = answer.firstValue().get(Rig.PATIENCE.toSeconds(), SECONDS).getMedia();

    assertThat(media.getName()).isEqualTo("media/" + digest("picture of a bird"));
    assertThat(media.getSizeBytes()).isEqualTo(17);
    assertThat(
            rig.media()
                .getMedia(GetMediaRequest.newBuilder().setName(media.getName()).build())
                .getMedia())
        .isEqualTo(media);
    var task = rig.tasks().ingest(Rig.async("a.png").setMedia(media.getName()).build()).getTask();
    assertThat(task.getMedia()).isEqualTo(media);
    assertThat(happened).containsExactly("begin", "8", "9", "finish", "close");
  }

  @Test
  void the_next_piece_is_taken_when_the_one_before_is_written() throws Exception {
    StreamObserver<UploadMediaRequest> pieces = upload();
    List<String> wanted = new ArrayList<>(List.of("begin"));
    for (int i = 1; i <= 100; i++) {
      pieces.onNext(piece("p".repeat(i)));
      wanted.add(String.valueOf(i));
    }
    pieces.onCompleted();

    answer.firstValue().get(Rig.PATIENCE.toSeconds(), SECONDS);

    wanted.addAll(List.of("finish", "close"));
    assertThat(happened).containsExactlyElementsOf(wanted);
  }

  @Test
  void a_picture_that_is_too_large_is_refused_before_all_of_it_came() throws Exception {
    StreamObserver<UploadMediaRequest> pieces = upload();
    pieces.onNext(piece("p".repeat(Rig.LARGEST_UPLOAD)));
    pieces.onNext(piece("p"));

    assertThat(reason()).isEqualTo("MEDIA_TOO_LARGE");
    assertThat(happened).endsWith("close");
  }

  @Test
  void bytes_that_are_no_picture_are_refused_at_the_end() throws Exception {
    StreamObserver<UploadMediaRequest> pieces = upload();
    pieces.onNext(piece("!"));
    pieces.onCompleted();

    assertThat(reason()).isEqualTo("MEDIA_UNSUPPORTED");
    assertThat(happened).containsExactly("begin", "1", "finish", "close");
  }

  @Test
  void an_upload_of_nothing_is_a_faulty_field() throws Exception {
    upload().onCompleted();

    assertThat(answer.awaitCompletion((int) Rig.PATIENCE.toSeconds(), SECONDS)).isTrue();
    assertThat(Errors.fields(Errors.of(Objects.requireNonNull(answer.getError()))))
        .containsExactly("content");
  }

  @Test
  void an_upload_that_is_broken_off_is_let_go_of() throws Exception {
    StreamObserver<UploadMediaRequest> pieces = upload();
    pieces.onNext(piece("picture"));
    assertThat(next()).isEqualTo("begin");
    assertThat(next()).isEqualTo("7");

    pieces.onError(io.grpc.Status.CANCELLED.withDescription("enough").asException());

    assertThat(next()).isEqualTo("close");
    assertThat(rig.watchTimer.nextCancelled()).isEqualTo(OpenUploads.PATIENCE);
  }

  @Test
  void an_upload_that_falls_silent_is_given_up() throws Exception {
    StreamObserver<UploadMediaRequest> pieces = upload();
    pieces.onNext(piece("picture"));
    rig.watchTimer.nextScheduled();
    rig.watchTimer.nextScheduled();

    rig.clock.advance(OpenUploads.PATIENCE.minus(Duration.ofSeconds(1)));
    assertThat(happened).doesNotContain("close");
    rig.clock.advance(Duration.ofSeconds(1));

    assertThat(reason()).isEqualTo("UPLOAD_STALLED");
    assertThat(Errors.of(Objects.requireNonNull(answer.getError())).getCode())
        .isEqualTo(Code.ABORTED.getNumber());
    assertThat(happened).containsExactly("begin", "7", "close");
  }

  @Test
  void more_uploads_than_allowed_are_refused_until_one_ends() throws Exception {
    List<StreamObserver<UploadMediaRequest>> open = new ArrayList<>();
    for (int i = 0; i < OpenUploads.MOST; i++) {
      open.add(rig.mediaStreaming().uploadMedia(StreamRecorder.create()));
      assertThat(next()).isEqualTo("begin");
    }
    upload();
    assertThat(reason()).isEqualTo("SERVER_BUSY");

    open.getFirst().onError(io.grpc.Status.CANCELLED.asException());
    assertThat(next()).isEqualTo("close");
    StreamRecorder<UploadMediaResponse> again = StreamRecorder.create();
    rig.mediaStreaming().uploadMedia(again);

    assertThat(next()).isEqualTo("begin");
  }

  private StreamObserver<UploadMediaRequest> upload() {
    return rig.mediaStreaming().uploadMedia(answer);
  }

  private String reason() throws Exception {
    assertThat(answer.awaitCompletion((int) Rig.PATIENCE.toSeconds(), SECONDS)).isTrue();
    return Errors.info(Errors.of(Objects.requireNonNull(answer.getError()))).getReason();
  }

  private String next() throws InterruptedException {
    return Objects.requireNonNull(happened.poll(Rig.PATIENCE.toSeconds(), SECONDS));
  }

  private UseCases watched(UseCases whole) {
    return new UseCases(
        whole.intake(),
        whole.tasks(),
        new UseCases.Media(() -> watched(whole.media().upload().begin()), whole.media().read()),
        whole.queue());
  }

  private UploadMedia.Upload watched(UploadMedia.Upload upload) {
    happened.add("begin");
    return new UploadMedia.Upload() {
      @Override
      public void add(byte[] piece) {
        upload.add(piece);
        happened.add(String.valueOf(piece.length));
      }

      @Override
      public Media finish() {
        happened.add("finish");
        return upload.finish();
      }

      @Override
      public void close() {
        upload.close();
        happened.add("close");
      }
    };
  }

  private static UploadMediaRequest piece(String content) {
    return UploadMediaRequest.newBuilder().setContent(ByteString.copyFromUtf8(content)).build();
  }

  private static MediaDigest digest(String content) {
    return MediaDigest.of(content.getBytes(StandardCharsets.UTF_8));
  }
}
