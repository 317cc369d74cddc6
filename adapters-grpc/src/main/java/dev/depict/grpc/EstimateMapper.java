package dev.depict.grpc;

import dev.depict.application.port.in.EstimateIngest;
import dev.depict.application.port.in.EstimateIngest.Estimation;
import dev.depict.application.port.in.IngestImage;
import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.proto.v1.EstimateIngestRequest;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what to estimate and shows what came of it; a faulty entry keeps no other from it. */
final class EstimateMapper {
  private static final int MAX_ENTRIES = 10_000;

  private final List<IngestImage.Command> commands = new ArrayList<>();

  /** Where each command stood in the request. */
  private final List<Integer> indexes = new ArrayList<>();

  private final SortedMap<Integer, Rejection> rejections = new TreeMap<>();

  private EstimateMapper() {}

  /**
   * @throws InvalidRequest when there are no entries, or too many
   */
  static EstimateMapper of(EstimateIngestRequest request, String principal) {
    int count = request.getRequestsCount();
    if (count < 1 || count > MAX_ENTRIES) {
      throw new InvalidRequest(
          "requests",
          "has %d entries; give 1 to %d, and more of them in several calls"
              .formatted(count, MAX_ENTRIES));
    }
    var mapper = new EstimateMapper();
    for (int i = 0; i < count; i++) {
      try {
        mapper.commands.add(IngestMapper.entry(request.getRequests(i), principal));
        mapper.indexes.add(i);
      } catch (InvalidRequest invalid) {
        mapper.reject(i, invalid);
      }
    }
    return mapper;
  }

  /** The entries that can be read. */
  List<IngestImage.Command> commands() {
    return List.copyOf(commands);
  }

  /**
   * @param estimation of {@link #commands}
   */
  EstimateIngestResponse response(Estimation estimation) {
    for (EstimateIngest.Rejected rejected : estimation.rejected()) {
      reject(indexes.get(rejected.index()), rejected.mistake());
    }
    var response =
        EstimateIngestResponse.newBuilder()
            .setNewCount(estimation.fresh())
            .setKnownCount(estimation.known())
            .setEstimatedInputTokens(estimation.inputTokens())
            .setEstimatedOutputTokens(estimation.outputTokens())
            .setEstimatedCostMicroUsd(estimation.cost().value())
            .setCostIncomplete(estimation.incomplete())
            .addAllModels(estimation.models())
            .addAllRejections(rejections.values());
    estimation.finishTime().map(Times::timestamp).ifPresent(response::setEstimatedFinishTime);
    return response.build();
  }

  private void reject(int index, CallerMistake mistake) {
    rejections.put(index, RejectionMapper.rejection(index, mistake));
  }
}
