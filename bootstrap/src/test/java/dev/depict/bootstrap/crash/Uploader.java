package dev.depict.bootstrap.crash;

import com.google.protobuf.ByteString;
import dev.depict.bootstrap.crash.Line.Connection;
import dev.depict.proto.v1.MediaServiceGrpc;
import dev.depict.proto.v1.UploadMediaRequest;
import dev.depict.proto.v1.UploadMediaResponse;
import dev.depict.testkit.picture.Pictures;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** One client that uploads pictures in small pieces, slowly, so that most kills cut one off. */
final class Uploader extends Client {
  private static final int PIECE = 8 << 10;
  private static final int SHORTEST = 100_000;
  private static final int LONGEST = 300_000;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  private final AckLog log;
  private final RandomGenerator random;

  Uploader(Scene scene, AckLog log, RandomGenerator random) {
    super(scene, "uploader");
    this.log = log;
    this.random = random;
  }

  @Override
  void step(Connection connection) {
    byte[] picture = Pictures.padded(random.nextInt(), random.nextInt(SHORTEST, LONGEST));
    upload(connection, picture);
    log.add(List.of(new Ack(Ack.Kind.UPLOADED, "", Digests.sha256(picture))));
  }

  private static void upload(Connection connection, byte[] picture) {
    var answer = new Answer();
    StreamObserver<UploadMediaRequest> pieces =
        MediaServiceGrpc.newStub(connection.channel())
            .withDeadlineAfter(60, TimeUnit.SECONDS)
            .uploadMedia(answer);
    for (int from = 0; from < picture.length && !answer.came.isDone(); from += PIECE) {
      byte[] piece = Arrays.copyOfRange(picture, from, Math.min(picture.length, from + PIECE));
      pieces.onNext(UploadMediaRequest.newBuilder().setContent(ByteString.copyFrom(piece)).build());
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    if (!answer.came.isDone()) {
      pieces.onCompleted();
    }
    try {
      var _ = answer.came.join();
    } catch (CompletionException e) {
      throw Status.fromThrowable(e).asRuntimeException();
    }
  }

  private static final class Answer implements StreamObserver<UploadMediaResponse> {
    private final CompletableFuture<UploadMediaResponse> came = new CompletableFuture<>();

    @Override
    public void onNext(UploadMediaResponse response) {
      came.complete(response);
    }

    @Override
    public void onError(Throwable fault) {
      came.completeExceptionally(fault);
    }

    @Override
    public void onCompleted() {
      came.completeExceptionally(Status.INTERNAL.asRuntimeException());
    }
  }
}
