package dev.depict.grpc;

import dev.depict.application.port.in.EstimateIngest.Estimation;
import dev.depict.application.port.in.IngestImage;
import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.proto.v1.EstimateIngestRequest;
import dev.depict.proto.v1.EstimateIngestResponse;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what to estimate and shows what came of it; a faulty entry keeps no other from it. */
final class EstimateMapper {
  private static final int MAX_ENTRIES = 10_000;

  private final Entries entries;

  private EstimateMapper(Entries entries) {
    this.entries = entries;
  }

  /**
   * @throws InvalidRequest when there are no entries, or too many
   */
  static EstimateMapper of(EstimateIngestRequest request, String principal) {
    return new EstimateMapper(Entries.read(request.getRequestsList(), MAX_ENTRIES, principal));
  }

  /** The entries that can be read. */
  List<IngestImage.Command> commands() {
    return entries.commands();
  }

  /**
   * @param estimation of {@link #commands}
   */
  EstimateIngestResponse response(Estimation estimation) {
    SortedMap<Integer, CallerMistake> rejected = new TreeMap<>(entries.unreadable());
    estimation
        .rejected()
        .forEach(one -> rejected.put(entries.indexes().get(one.index()), one.mistake()));
    var response =
        EstimateIngestResponse.newBuilder()
            .setNewCount(estimation.fresh())
            .setKnownCount(estimation.known())
            .setEstimatedInputTokens(estimation.inputTokens())
            .setEstimatedOutputTokens(estimation.outputTokens())
            .setEstimatedCostMicroUsd(estimation.cost().value())
            .setCostIncomplete(estimation.incomplete())
            .addAllModels(estimation.models());
    rejected.forEach(
        (index, mistake) -> response.addRejections(RejectionMapper.rejection(index, mistake)));
    estimation.finishTime().map(Times::timestamp).ifPresent(response::setEstimatedFinishTime);
    return response.build();
  }
}
