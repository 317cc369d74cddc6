package dev.depict.cli.ingest;

import com.google.protobuf.ByteString;
import dev.depict.proto.v1.GetMediaRequest;
import dev.depict.proto.v1.GetMediaResponse;
import dev.depict.proto.v1.MediaServiceGrpc.MediaServiceStub;
import dev.depict.proto.v1.UploadMediaRequest;
import dev.depict.proto.v1.UploadMediaResponse;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;

/**
 * Brings a picture to a server in pieces, unless it is there. Sends while the server takes, and
 * holds no thread.
 */
final class Upload {
  private static final int PIECE = 64 * 1024;

  private final MediaServiceStub stub;
  private final ByteString content;
  private final Consumer<String> stored;
  private final Consumer<Throwable> failed;

  /**
   * @param stored told the picture's name when it is there
   * @param failed told why it is not; one of both is told once
   */
  Upload(
      MediaServiceStub stub,
      ByteString content,
      Consumer<String> stored,
      Consumer<Throwable> failed) {
    this.stub = stub;
    this.content = content;
    this.stored = stored;
    this.failed = failed;
  }

  void start() {
    stub.getMedia(
        GetMediaRequest.newBuilder().setName(Look.media(content)).build(),
        new StreamObserver<>() {
          @Override
          public void onNext(GetMediaResponse response) {
            stored.accept(response.getMedia().getName());
          }

          @Override
          public void onError(Throwable thrown) {
            if (Status.fromThrowable(thrown).getCode() == Status.Code.NOT_FOUND) {
              stub.uploadMedia(new Sending());
            } else {
              failed.accept(thrown);
            }
          }

          @Override
          public void onCompleted() {}
        });
  }

  private final class Sending
      implements ClientResponseObserver<UploadMediaRequest, UploadMediaResponse> {
    private int sent;
    private boolean closed;

    @Override
    public void beforeStart(ClientCallStreamObserver<UploadMediaRequest> pieces) {
      pieces.setOnReadyHandler(() -> send(pieces));
    }

    private void send(ClientCallStreamObserver<UploadMediaRequest> pieces) {
      while (pieces.isReady() && sent < content.size()) {
        int end = Math.min(sent + PIECE, content.size());
        pieces.onNext(
            UploadMediaRequest.newBuilder().setContent(content.substring(sent, end)).build());
        sent = end;
      }
      if (sent == content.size() && !closed) {
        closed = true;
        pieces.onCompleted();
      }
    }

    @Override
    public void onNext(UploadMediaResponse response) {
      stored.accept(response.getMedia().getName());
    }

    @Override
    public void onError(Throwable thrown) {
      failed.accept(thrown);
    }

    @Override
    public void onCompleted() {}
  }
}
