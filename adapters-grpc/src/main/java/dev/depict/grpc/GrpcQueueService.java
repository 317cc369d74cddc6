package dev.depict.grpc;

import dev.depict.application.port.in.ControlQueue;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.GetQueueResponse;
import dev.depict.proto.v1.PauseQueueRequest;
import dev.depict.proto.v1.PauseQueueResponse;
import dev.depict.proto.v1.ProcessQueueRequest;
import dev.depict.proto.v1.ProcessQueueResponse;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.ResumeQueueRequest;
import dev.depict.proto.v1.ResumeQueueResponse;
import io.grpc.stub.StreamObserver;

/** Shows the queue, works on it, pauses and resumes it. */
final class GrpcQueueService extends QueueServiceGrpc.QueueServiceImplBase {
  private final ControlQueue control;
  private final OpenProcessings processings;
  private final ServerFacts facts;

  GrpcQueueService(ControlQueue control, OpenProcessings processings, ServerFacts facts) {
    this.control = control;
    this.processings = processings;
    this.facts = facts;
  }

  @Override
  public void getQueue(GetQueueRequest request, StreamObserver<GetQueueResponse> call) {
    Replies.one(
        call,
        GetQueueResponse.newBuilder().setQueue(QueueMapper.queue(control.state(), facts)).build());
  }

  @Override
  public void processQueue(ProcessQueueRequest request, StreamObserver<ProcessQueueResponse> call) {
    processings.open(ProcessRequest.of(request), call);
  }

  @Override
  public void pauseQueue(PauseQueueRequest request, StreamObserver<PauseQueueResponse> call) {
    var response = PauseQueueResponse.newBuilder();
    control.pause().pausedSince().map(Times::timestamp).ifPresent(response::setPauseTime);
    Replies.one(call, response.build());
  }

  @Override
  public void resumeQueue(ResumeQueueRequest request, StreamObserver<ResumeQueueResponse> call) {
    ControlQueue.Resumed resumed = control.resume();
    var response = ResumeQueueResponse.newBuilder().setWasPaused(resumed.wasPaused());
    resumed.probed().stream()
        .sorted(QueueMapper.ORDER)
        .map(TaskMapper::quotaKey)
        .forEach(response::addProbedQuotaKeys);
    Replies.one(call, response.build());
  }
}
