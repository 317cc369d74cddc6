package dev.depict.grpc;

import dev.depict.application.port.in.ControlQueue;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.GetQueueResponse;
import dev.depict.proto.v1.PauseQueueRequest;
import dev.depict.proto.v1.PauseQueueResponse;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.ResumeQueueRequest;
import dev.depict.proto.v1.ResumeQueueResponse;
import io.grpc.stub.StreamObserver;

/** Shows, pauses and resumes the queue. */
final class GrpcQueueService extends QueueServiceGrpc.QueueServiceImplBase {
  private final ControlQueue queue;
  private final ServerFacts facts;

  GrpcQueueService(ControlQueue queue, ServerFacts facts) {
    this.queue = queue;
    this.facts = facts;
  }

  @Override
  public void getQueue(GetQueueRequest request, StreamObserver<GetQueueResponse> call) {
    Replies.one(
        call,
        GetQueueResponse.newBuilder().setQueue(QueueMapper.queue(queue.state(), facts)).build());
  }

  @Override
  public void pauseQueue(PauseQueueRequest request, StreamObserver<PauseQueueResponse> call) {
    var response = PauseQueueResponse.newBuilder();
    queue.pause().pausedSince().map(Times::timestamp).ifPresent(response::setPauseTime);
    Replies.one(call, response.build());
  }

  @Override
  public void resumeQueue(ResumeQueueRequest request, StreamObserver<ResumeQueueResponse> call) {
    boolean wasPaused = queue.state().pausedSince().isPresent();
    queue.resume();
    Replies.one(call, ResumeQueueResponse.newBuilder().setWasPaused(wasPaused).build());
  }
}
