package dev.depict.bootstrap.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.depict.proto.v1.MediaServiceGrpc;
import dev.depict.proto.v1.UploadMediaRequest;
import dev.depict.proto.v1.UploadMediaResponse;
import dev.depict.testkit.picture.Pictures;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that end half-way leave nothing behind. */
class BrokenUploadTest {
  private static final byte[] PICTURE = Pictures.padded(1, 1 << 20);
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final long LOOK_AGAIN_NANOS = 10_000_000L;

  @TempDir Path data;
  private House house;
  private ManagedChannel other;

  @BeforeEach
  void serve() {
    house = new House(data, Map.of());
    other = Grpc.newChannelBuilder(house.depict.grpc().address().toString(), insecure()).build();
  }

  private static io.grpc.ChannelCredentials insecure() {
    return InsecureChannelCredentials.create();
  }

  @AfterEach
  void close() {
    other.shutdownNow();
    house.close();
  }

  @Test
  void an_upload_whose_connection_breaks_leaves_nothing_behind() throws Exception {
    half(other);

    other.shutdownNow();

    await(List::isEmpty);
    whole();
  }

  @Test
  void an_upload_that_its_client_gives_up_leaves_nothing_behind() throws Exception {
    StreamObserver<UploadMediaRequest> pieces = half(other);

    pieces.onError(Status.CANCELLED.asRuntimeException());

    await(List::isEmpty);
    whole();
  }

  /** Sends half of it, and waits until the server has some of that. */
  private StreamObserver<UploadMediaRequest> half(ManagedChannel channel) throws Exception {
    StreamObserver<UploadMediaRequest> pieces =
        MediaServiceGrpc.newStub(channel).uploadMedia(new Ended<UploadMediaResponse>());
    pieces.onNext(piece(0, PICTURE.length / 2));
    await(files -> !files.isEmpty());
    return pieces;
  }

  /** The same picture can still be sent. */
  private void whole() throws Exception {
    var end = new Ended<UploadMediaResponse>();
    StreamObserver<UploadMediaRequest> pieces =
        MediaServiceGrpc.newStub(house.channel).uploadMedia(end);
    pieces.onNext(piece(0, PICTURE.length / 2));
    pieces.onNext(piece(PICTURE.length / 2, PICTURE.length));
    pieces.onCompleted();
    end.awaitEnd();
    assertThat(files()).hasSize(1);
  }

  private static UploadMediaRequest piece(int from, int to) {
    return UploadMediaRequest.newBuilder()
        .setContent(ByteString.copyFrom(Arrays.copyOfRange(PICTURE, from, to)))
        .build();
  }

  /** Nobody tells a test that the server has noticed; looks until then. */
  private void await(Predicate<List<Path>> wish) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!wish.test(files())) {
      assertThat(System.nanoTime()).as("files: %s", files()).isLessThan(end);
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /** Pictures, and parts of them. */
  private List<Path> files() throws IOException {
    Path media = Files.createDirectories(data.resolve("media"));
    try (Stream<Path> all = Files.walk(media)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (UncheckedIOException goneMeanwhile) {
      return files();
    }
  }
}
