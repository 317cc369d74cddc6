package dev.depict.grpc;

import dev.depict.application.port.in.ReadMedia;
import dev.depict.domain.media.MediaDigest;
import dev.depict.proto.v1.GetMediaRequest;
import dev.depict.proto.v1.GetMediaResponse;
import dev.depict.proto.v1.MediaServiceGrpc;
import dev.depict.proto.v1.ReadMediaRequest;
import dev.depict.proto.v1.ReadMediaResponse;
import dev.depict.proto.v1.UploadMediaRequest;
import dev.depict.proto.v1.UploadMediaResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** Stores pictures without a task, and gives stored ones back. */
final class GrpcMediaService extends MediaServiceGrpc.MediaServiceImplBase {
  private final OpenUploads uploads;
  private final ReadMedia media;

  GrpcMediaService(OpenUploads uploads, ReadMedia media) {
    this.uploads = uploads;
    this.media = media;
  }

  @Override
  public StreamObserver<UploadMediaRequest> uploadMedia(StreamObserver<UploadMediaResponse> call) {
    return uploads.open(call);
  }

  @Override
  public void getMedia(GetMediaRequest request, StreamObserver<GetMediaResponse> call) {
    MediaDigest digest = ResourceNames.requiredMedia(request.getName());
    Replies.one(
        call,
        GetMediaResponse.newBuilder().setMedia(MediaMapper.media(media.info(digest))).build());
  }

  @Override
  public void readMedia(ReadMediaRequest request, StreamObserver<ReadMediaResponse> call) {
    MediaDigest digest = ResourceNames.requiredMedia(request.getName());
    new ReadingCall((ServerCallStreamObserver<ReadMediaResponse>) call, media.open(digest)).start();
  }
}
