package dev.depict.cli;

import com.google.protobuf.Timestamp;
import dev.depict.proto.v1.AnalyzerState;
import dev.depict.proto.v1.CheckDataRequest;
import dev.depict.proto.v1.CheckDataResponse;
import dev.depict.proto.v1.DayUsage;
import dev.depict.proto.v1.ForgetLearnedLimitsRequest;
import dev.depict.proto.v1.ForgetLearnedLimitsResponse;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.GetQueueResponse;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.PauseQueueRequest;
import dev.depict.proto.v1.PauseQueueResponse;
import dev.depict.proto.v1.ProcessQueueRequest;
import dev.depict.proto.v1.ProcessQueueResponse;
import dev.depict.proto.v1.Queue;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.QuotaKey;
import dev.depict.proto.v1.QuotaKeyCondition;
import dev.depict.proto.v1.QuotaKeyState;
import dev.depict.proto.v1.QuotaLimit;
import dev.depict.proto.v1.QuotaLimitKind;
import dev.depict.proto.v1.QuotaLimitOrigin;
import dev.depict.proto.v1.ResumeQueueRequest;
import dev.depict.proto.v1.ResumeQueueResponse;
import dev.depict.proto.v1.TaskCount;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.Usage;
import dev.depict.proto.v1.WaitReason;
import dev.depict.proto.v1.WaitState;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A queue that can be paused, with one quota key whose minute is spent. */
final class FakeQueue extends QueueServiceGrpc.QueueServiceImplBase {
  static final Timestamp MOMENT = Timestamp.newBuilder().setSeconds(1_800_000_000).build();
  boolean paused;
  CheckDataResponse check = CheckDataResponse.newBuilder().setCheckedCount(1_234).build();

  /** What a test has to say of the queue beyond. */
  UnaryOperator<Queue.Builder> told = UnaryOperator.identity();

  final List<ForgetLearnedLimitsRequest> forgotten = new ArrayList<>();
  final List<ProcessQueueRequest> processed = new ArrayList<>();
  ProcessQueueResponse processing = ProcessQueueResponse.getDefaultInstance();

  @Override
  public void getQueue(GetQueueRequest request, StreamObserver<GetQueueResponse> out) {
    var queue =
        Queue.newBuilder()
            .setWorkerEnabled(true)
            .addCounts(count(TaskStatus.TASK_STATUS_PENDING, Lane.LANE_BULK, 1200))
            .addCounts(count(TaskStatus.TASK_STATUS_COMPLETED, Lane.LANE_NORMAL, 7))
            .addAnalyzers(
                AnalyzerState.newBuilder()
                    .setProvider("gemini")
                    .setDefaultModel("flash")
                    .setHasKey(false))
            .addQuotaKeys(key())
            .setNextDueTime(MOMENT)
            .setEstimatedFinishTime(MOMENT);
    if (paused) {
      queue.setPauseTime(MOMENT);
    }
    out.onNext(GetQueueResponse.newBuilder().setQueue(told.apply(queue)).build());
    out.onCompleted();
  }

  @Override
  public void processQueue(ProcessQueueRequest request, StreamObserver<ProcessQueueResponse> out) {
    processed.add(request);
    out.onNext(processing);
    out.onCompleted();
  }

  @Override
  public void forgetLearnedLimits(
      ForgetLearnedLimitsRequest request, StreamObserver<ForgetLearnedLimitsResponse> out) {
    forgotten.add(request);
    out.onNext(ForgetLearnedLimitsResponse.newBuilder().setForgottenCount(2).build());
    out.onCompleted();
  }

  @Override
  public void checkData(CheckDataRequest request, StreamObserver<CheckDataResponse> out) {
    out.onNext(check);
    out.onCompleted();
  }

  @Override
  public void pauseQueue(PauseQueueRequest request, StreamObserver<PauseQueueResponse> out) {
    paused = true;
    out.onNext(PauseQueueResponse.newBuilder().setPauseTime(MOMENT).build());
    out.onCompleted();
  }

  @Override
  public void resumeQueue(ResumeQueueRequest request, StreamObserver<ResumeQueueResponse> out) {
    out.onNext(ResumeQueueResponse.newBuilder().setWasPaused(paused).build());
    paused = false;
    out.onCompleted();
  }

  private static TaskCount count(TaskStatus status, Lane lane, long count) {
    return TaskCount.newBuilder().setStatus(status).setLane(lane).setCount(count).build();
  }

  private static QuotaKeyState key() {
    return QuotaKeyState.newBuilder()
        .setQuotaKey(QuotaKey.newBuilder().setProvider("gemini").setModel("flash"))
        .setCondition(QuotaKeyCondition.QUOTA_KEY_CONDITION_WAITING)
        .setWait(
            WaitState.newBuilder().setReason(WaitReason.WAIT_REASON_QUOTA).setUntilTime(MOMENT))
        .addLimits(
            QuotaLimit.newBuilder()
                .setKind(QuotaLimitKind.QUOTA_LIMIT_KIND_REQUESTS_PER_MINUTE)
                .setLimit(15)
                .setUsed(15)
                .setOrigin(QuotaLimitOrigin.QUOTA_LIMIT_ORIGIN_LEARNED)
                .setLearnTime(MOMENT))
        .addLimits(
            QuotaLimit.newBuilder()
                .setKind(QuotaLimitKind.QUOTA_LIMIT_KIND_REQUESTS_PER_DAY)
                .setLimit(500)
                .setUsed(12)
                .setOrigin(QuotaLimitOrigin.QUOTA_LIMIT_ORIGIN_CONFIGURED))
        .setToday(
            DayUsage.newBuilder()
                .setCallCount(12)
                .setUnknownCallCount(1)
                .setUsage(Usage.newBuilder().setInputTokens(900).setOutputTokens(80))
                .setCostMicroUsd(420))
        .setPendingCount(1200)
        .setEstimatedFinishTime(MOMENT)
        .setTokenEstimateError(-0.03)
        .setRunningCount(2)
        .build();
  }
}
