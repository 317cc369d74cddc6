package dev.depict.grpc;

import dev.depict.application.port.in.ControlQueue;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.proto.v1.CheckDataRequest;
import dev.depict.proto.v1.CheckDataResponse;
import dev.depict.proto.v1.ForgetLearnedLimitsRequest;
import dev.depict.proto.v1.ForgetLearnedLimitsResponse;
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
import java.util.Optional;

/** Shows the queue, works on it, pauses and resumes it. */
final class GrpcQueueService extends QueueServiceGrpc.QueueServiceImplBase {
  private final UseCases.Queue useCases;
  private final OpenProcessings processings;
  private final ServerFacts facts;
  private final LongCalls longCalls;

  GrpcQueueService(
      UseCases.Queue useCases,
      OpenProcessings processings,
      ServerFacts facts,
      LongCalls longCalls) {
    this.useCases = useCases;
    this.longCalls = longCalls;
    this.processings = processings;
    this.facts = facts;
  }

  @Override
  public void getQueue(GetQueueRequest request, StreamObserver<GetQueueResponse> call) {
    Replies.one(
        call,
        GetQueueResponse.newBuilder()
            .setQueue(QueueMapper.queue(useCases.control().state(), facts))
            .build());
  }

  @Override
  public void processQueue(ProcessQueueRequest request, StreamObserver<ProcessQueueResponse> call) {
    processings.open(ProcessRequest.of(request), call);
  }

  @Override
  public void pauseQueue(PauseQueueRequest request, StreamObserver<PauseQueueResponse> call) {
    var response = PauseQueueResponse.newBuilder();
    useCases
        .control()
        .pause()
        .pausedSince()
        .map(Times::timestamp)
        .ifPresent(response::setPauseTime);
    Replies.one(call, response.build());
  }

  @Override
  public void resumeQueue(ResumeQueueRequest request, StreamObserver<ResumeQueueResponse> call) {
    ControlQueue.Resumed resumed = useCases.control().resume();
    var response = ResumeQueueResponse.newBuilder().setWasPaused(resumed.wasPaused());
    resumed.probed().stream()
        .sorted(QueueMapper.ORDER)
        .map(TaskMapper::quotaKey)
        .forEach(response::addProbedQuotaKeys);
    Replies.one(call, response.build());
  }

  @Override
  public void forgetLearnedLimits(
      ForgetLearnedLimitsRequest request, StreamObserver<ForgetLearnedLimitsResponse> call) {
    var key =
        request.hasQuotaKey()
            ? Optional.of(QuotaKeyMapper.key(request.getQuotaKey()))
            : Optional.<QuotaKey>empty();
    Replies.one(
        call,
        ForgetLearnedLimitsResponse.newBuilder()
            .setForgottenCount(useCases.control().forgetLearnedLimits(key))
            .build());
  }

  @Override
  public void checkData(CheckDataRequest request, StreamObserver<CheckDataResponse> call) {
    Replies.one(call, CheckMapper.response(longCalls.run(useCases.check()::check)));
  }
}
