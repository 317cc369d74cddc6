package dev.depict.cli.ingest;

import com.google.protobuf.Timestamp;
import dev.depict.cli.text.Times;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Several estimates as one. */
final class EstimateSum {
  private final Instant now;
  private final EstimateIngestResponse.Builder sum = EstimateIngestResponse.newBuilder();
  private final SortedSet<String> models = new TreeSet<>();
  private final SortedMap<Integer, Rejection> rejections = new TreeMap<>();
  private Optional<Instant> finish;

  EstimateSum(Instant now) {
    this.now = now;
    this.finish = Optional.of(now);
  }

  /**
   * @param asked what the part is about, in its order
   */
  void add(EstimateIngestResponse part, List<Estimates.Asked> asked) {
    int repeated = asked.stream().mapToInt(one -> one.places().size() - 1).sum();
    for (Rejection rejection : part.getRejectionsList()) {
      List<Integer> places = asked.get(rejection.getIndex()).places();
      repeated -= places.size() - 1;
      places.forEach(place -> rejections.put(place, rejection.toBuilder().setIndex(place).build()));
    }
    sum.setNewCount(sum.getNewCount() + part.getNewCount());
    sum.setKnownCount(sum.getKnownCount() + part.getKnownCount() + repeated);
    sum.setEstimatedInputTokens(sum.getEstimatedInputTokens() + part.getEstimatedInputTokens());
    sum.setEstimatedOutputTokens(sum.getEstimatedOutputTokens() + part.getEstimatedOutputTokens());
    sum.setEstimatedCostMicroUsd(sum.getEstimatedCostMicroUsd() + part.getEstimatedCostMicroUsd());
    sum.setCostIncomplete(sum.getCostIncomplete() || part.getCostIncomplete());
    models.addAll(part.getModelsList());
    if (part.getNewCount() > 0) {
      finish = finish.flatMap(time -> later(time, part));
    }
  }

  EstimateIngestResponse total() {
    var total = sum.clone().addAllModels(models).addAllRejections(rejections.values());
    finish
        .filter(time -> total.getNewCount() > 0)
        .ifPresent(time ->
            total.setEstimatedFinishTime(
                Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano())));
    return total.build();
  }

  /** Each part is estimated as if it were alone; the next one comes after it. */
  private Optional<Instant> later(Instant time, EstimateIngestResponse part) {
    return part.hasEstimatedFinishTime()
        ? Optional.of(
            time.plus(Duration.between(now, Times.instant(part.getEstimatedFinishTime()))))
        : Optional.empty();
  }
}
