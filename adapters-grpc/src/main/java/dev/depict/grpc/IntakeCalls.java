package dev.depict.grpc;

import dev.depict.application.port.in.IngestImage;
import dev.depict.proto.v1.BatchIngestRequest;
import dev.depict.proto.v1.BatchIngestResponse;
import dev.depict.proto.v1.EstimateIngestRequest;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.proto.v1.ReanalyzeTasksRequest;
import dev.depict.proto.v1.ReanalyzeTasksResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The calls that make new tasks, or tell what they would cost. */
final class IntakeCalls {
  /** Bytes of a picture that is stored without a file of its own. */
  private static final int SMALL = 64 * 1024;

  private final UseCases.Intake useCases;
  private final Duration standardWait;
  private final OpenWaits waits;
  private final LongCalls longCalls;
  private final Executor handlers;

  /**
   * @param handlers for what may wait for a disk
   */
  IntakeCalls(
      UseCases.Intake useCases,
      Duration standardWait,
      OpenWaits waits,
      LongCalls longCalls,
      Executor handlers) {
    this.useCases = useCases;
    this.standardWait = standardWait;
    this.waits = waits;
    this.longCalls = longCalls;
    this.handlers = handlers;
  }

  void ingest(IngestRequest request, StreamObserver<IngestResponse> observer) {
    Optional<Duration> wait =
        IngestMapper.isSync(request)
            ? Optional.of(IngestMapper.maxWait(request).orElse(standardWait))
            : Optional.empty();
    IngestImage.Command command = IngestMapper.command(request, Principal.current());
    var call =
        new IngestCall(waits, handlers, wait, (ServerCallStreamObserver<IngestResponse>) observer);
    if (request.getContent().size() <= SMALL && !request.hasPath()) {
      call.take(useCases.one(), command);
    } else {
      call.takeLater(useCases.one(), command);
    }
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
}
