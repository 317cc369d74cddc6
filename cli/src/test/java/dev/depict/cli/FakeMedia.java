package dev.depict.cli;

import com.google.protobuf.ByteString;
import dev.depict.proto.v1.GetMediaRequest;
import dev.depict.proto.v1.GetMediaResponse;
import dev.depict.proto.v1.Media;
import dev.depict.proto.v1.MediaServiceGrpc;
import dev.depict.proto.v1.UploadMediaRequest;
import dev.depict.proto.v1.UploadMediaResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores pictures under the names that clients ask for. */
final class FakeMedia extends MediaServiceGrpc.MediaServiceImplBase {
  final Map<String, ByteString> stored = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  int uploads;

  /** How many uploads break off, as if the connection was lost. */
  int breaks;

  @Override
  public synchronized void getMedia(GetMediaRequest request, StreamObserver<GetMediaResponse> out) {
    asked.add(request.getName());
    if (stored.containsKey(request.getName())) {
      out.onNext(GetMediaResponse.newBuilder().setMedia(named(request.getName())).build());
      out.onCompleted();
    } else {
      out.onError(
          FakeServer.error(
              Status.Code.NOT_FOUND, "no such media", FakeServer.info("MEDIA_NOT_FOUND")));
    }
  }

  @Override
  public StreamObserver<UploadMediaRequest> uploadMedia(StreamObserver<UploadMediaResponse> out) {
    return new StreamObserver<>() {
      private ByteString content = ByteString.EMPTY;

      @Override
      public void onNext(UploadMediaRequest piece) {
        content = content.concat(piece.getContent());
      }

      @Override
      public void onError(Throwable thrown) {}

      @Override
      public void onCompleted() {
        uploaded(content, out);
      }
    };
  }

  private synchronized void uploaded(ByteString content, StreamObserver<UploadMediaResponse> out) {
    uploads++;
    if (breaks > 0) {
      breaks--;
      out.onError(Status.UNAVAILABLE.withDescription("lost").asException());
      return;
    }
    String name = asked.getLast();
    stored.put(name, content);
    out.onNext(UploadMediaResponse.newBuilder().setMedia(named(name)).build());
    out.onCompleted();
  }

  private static Media named(String name) {
    return Media.newBuilder().setName(name).build();
  }
}
