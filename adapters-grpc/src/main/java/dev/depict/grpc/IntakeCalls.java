package dev.depict.grpc;

import dev.depict.application.port.in.AwaitTask.Patience;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.TaskView;
import dev.depict.proto.v1.BatchIngestRequest;
import dev.depict.proto.v1.BatchIngestResponse;
import dev.depict.proto.v1.EstimateIngestRequest;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.proto.v1.ReanalyzeTasksRequest;
import dev.depict.proto.v1.ReanalyzeTasksResponse;
import io.grpc.stub.StreamObserver;
import java.time.Duration;

/** The calls that make new tasks, or tell what they would cost. */
final class IntakeCalls {
  private final UseCases.Intake useCases;
  private final Duration standardWait;
  private final OpenWaits waits;
  private final LongCalls longCalls;

  IntakeCalls(
      UseCases.Intake useCases, Duration standardWait, OpenWaits waits, LongCalls longCalls) {
    this.useCases = useCases;
    this.standardWait = standardWait;
    this.waits = waits;
    this.longCalls = longCalls;
  }

  void ingest(IngestRequest request, StreamObserver<IngestResponse> call) {
    IngestImage.Result result =
        useCases.one().ingest(IngestMapper.command(request, Principal.current()));
    boolean replayed = result.replayed();
    if (!IngestMapper.isSync(request) || result.view().task().status().isFinal()) {
      Replies.one(call, ingested(result.view(), replayed));
      return;
    }
    Duration wait = IngestMapper.maxWait(request).orElse(standardWait);
    waits.open(
        result.view().task().id(),
        wait,
        Patience.WHILE_HOPEFUL,
        call,
        view -> ingested(view, replayed));
  }

  BatchIngestResponse batch(BatchIngestRequest request) {
    BatchMapper batch = BatchMapper.of(request, Principal.current());
    return batch.response(useCases.many().ingest(batch.commands(), request.getAtomic()));
  }

  EstimateIngestResponse estimate(EstimateIngestRequest request) {
    EstimateMapper entries = EstimateMapper.of(request, Principal.current());
    return entries.response(useCases.estimate().estimate(entries.commands()));
  }

  ReanalyzeTasksResponse reanalyze(ReanalyzeTasksRequest request) {
    var command = ReanalyzeMapper.command(request, Principal.current());
    return ReanalyzeMapper.response(longCalls.run(() -> useCases.reanalyze().reanalyze(command)));
  }

  private static IngestResponse ingested(TaskView view, boolean replayed) {
    return IngestResponse.newBuilder()
        .setTask(TaskMapper.task(view))
        .setDone(view.task().status().isFinal())
        .setReplayed(replayed)
        .build();
  }
}
