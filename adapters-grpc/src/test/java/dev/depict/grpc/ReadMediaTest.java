package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.depict.application.port.in.ReadMedia;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.proto.v1.GetMediaRequest;
import dev.depict.proto.v1.MediaServiceGrpc;
import dev.depict.proto.v1.ReadMediaRequest;
import dev.depict.proto.v1.ReadMediaResponse;
import dev.depict.testkit.contract.StoreSetting;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadMediaTest {
  private static final int PIECE = 64 * 1024;
  private static final String NOWHERE = "media/" + "0".repeat(64);

  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile int read;
  private final Rig rig = new Rig(StoreSetting.NO_LIMIT, this::watched, UnaryOperator.identity());

  @AfterEach
  void close() {
    rig.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, PIECE - 1, PIECE, PIECE + 1, 10 * PIECE + 7})
  void the_bytes_come_back_as_they_were_sent(int size) throws Exception {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    content[0] = 1;
    var request = ReadMediaRequest.newBuilder().setName(stored(content)).build();

    List<ReadMediaResponse> pieces = new ArrayList<>();
    rig.media().readMedia(request).forEachRemaining(pieces::add);

    assertThat(pieces).allMatch(piece -> piece.getContent().size() <= PIECE);
    assertThat(
            ByteString.copyFrom(pieces.stream().map(ReadMediaResponse::getContent).toList())
                .toByteArray())
        .isEqualTo(content);
    assertThat(closed.await(Rig.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_reader_that_takes_nothing_holds_nothing_but_an_open_file() throws Exception {
    byte[] content = new byte[100 * PIECE];
    content[0] = 1;
    var taken = new LinkedBlockingQueue<ReadMediaResponse>();
    ClientCall<ReadMediaRequest, ReadMediaResponse> call = reading(stored(content), taken);

    call.request(1);
    assertThat(taken.poll(Rig.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isNotNull();
    // The channel itself holds some pieces; by far not the whole.
    assertThat(read).isLessThan(20 * PIECE);
    call.cancel("enough", null);

    assertThat(closed.await(Rig.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(read).isLessThan(20 * PIECE);
  }

  @Test
  void what_is_not_stored_is_not_found() {
    assertThat(
            Errors.reason(
                () -> rig.media().getMedia(GetMediaRequest.newBuilder().setName(NOWHERE).build())))
        .isEqualTo("MEDIA_NOT_FOUND");
    var request = ReadMediaRequest.newBuilder().setName(NOWHERE).build();
    assertThat(Errors.reason(() -> rig.media().readMedia(request).hasNext()))
        .isEqualTo("MEDIA_NOT_FOUND");
  }

  @Test
  void a_name_that_is_none_is_a_faulty_field() {
    assertThat(
            Errors.fields(
                Errors.of(() -> rig.media().getMedia(GetMediaRequest.getDefaultInstance()))))
        .containsExactly("name");
    var request = ReadMediaRequest.newBuilder().setName("media/7").build();
    assertThat(Errors.fields(Errors.of(() -> rig.media().readMedia(request).hasNext())))
        .containsExactly("name");
  }

  private String stored(byte[] content) {
    return rig.tasks()
        .ingest(Rig.async("a.png").setContent(ByteString.copyFrom(content)).build())
        .getTask()
        .getMedia()
        .getName();
  }

  private ClientCall<ReadMediaRequest, ReadMediaResponse> reading(
      String name, BlockingQueue<ReadMediaResponse> taken) {
    ClientCall<ReadMediaRequest, ReadMediaResponse> call =
        rig.channel.newCall(MediaServiceGrpc.getReadMediaMethod(), CallOptions.DEFAULT);
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onMessage(ReadMediaResponse message) {
            taken.add(message);
          }

          @Override
          public void onClose(Status status, Metadata trailers) {}
        },
        new Metadata());
    call.sendMessage(ReadMediaRequest.newBuilder().setName(name).build());
    call.halfClose();
    return call;
  }

  private UseCases watched(UseCases whole) {
    ReadMedia media = whole.media().read();
    var watched =
        new ReadMedia() {
          @Override
          public Media info(MediaDigest digest) {
            return media.info(digest);
          }

          @Override
          public InputStream open(MediaDigest digest) {
            return watched(media.open(digest));
          }
        };
    return new UseCases(
        whole.intake(),
        whole.tasks(),
        new UseCases.Media(whole.media().upload(), watched),
        whole.queue());
  }

  private InputStream watched(InputStream bytes) {
    byte[] all;
    try (bytes) {
      all = bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(all) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        int count = super.read(into, from, length);
        read += Math.max(0, count);
        return count;
      }

      @Override
      public void close() {
        closed.countDown();
      }
    };
  }
}
