package dev.depict.grpc;

import dev.depict.application.port.in.ReanalyzeTasks;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskFilter;
import dev.depict.proto.v1.MediaResolution;
import dev.depict.proto.v1.ReanalyzeTasksRequest;
import dev.depict.proto.v1.ReanalyzeTasksResponse;
import java.util.Optional;

/** Reads about which pictures to ask again, and shows what came of it. */
final class ReanalyzeMapper {
  private ReanalyzeMapper() {}

  /**
   * @throws dev.depict.domain.error.InvalidRequest when a field cannot be used
   */
  static ReanalyzeTasks.Command command(ReanalyzeTasksRequest request, String principal) {
    var violations = new Violations();
    TaskFilter filter = FilterMapper.required(request.hasFilter(), request.getFilter(), violations);
    violations.model("answered_by_model", request.getAnsweredByModel());
    violations.model("model", request.getModel());
    if (request.getLane() == dev.depict.proto.v1.Lane.UNRECOGNIZED) {
      violations.unknownEnum("lane", request.getLaneValue());
    }
    if (request.getMediaResolution() == MediaResolution.UNRECOGNIZED) {
      violations.unknownEnum("media_resolution", request.getMediaResolutionValue());
    }
    violations.throwIfAny();
    return new ReanalyzeTasks.Command(
        principal,
        filter,
        IngestTexts.given(request.getAnsweredByModel()),
        IngestTexts.given(request.getModel()),
        RequestEnums.resolution(request.getMediaResolution()),
        RequestEnums.lane(request.getLane()).or(() -> Optional.of(Lane.BULK)),
        request.getDryRun());
  }

  static ReanalyzeTasksResponse response(ReanalyzeTasks.Result result) {
    return ReanalyzeTasksResponse.newBuilder()
        .setMatchedCount(result.matched())
        .setCreatedCount(result.created())
        .setMediaMissingCount(result.mediaMissing())
        .setEstimatedInputTokens(result.inputTokens())
        .setEstimatedCostMicroUsd(result.cost().value())
        .build();
  }
}
