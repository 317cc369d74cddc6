package dev.depict.cli.ingest;

import dev.depict.cli.text.Amounts;
import dev.depict.cli.text.Durations;
import dev.depict.cli.text.Times;
import dev.depict.proto.v1.EstimateIngestResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What sending pictures would need and cost, on one line.
 *
 * @param now the time of the estimate
 */
record EstimateLine(Instant now) {
  /** The model that costs nothing and asks nobody. */
  static final String OFFLINE = "offline";

  /** Such as {@code 12 new, 3 known, gemini-3.5-flash-lite, ≤ $0.02, about 1 min}. */
  String of(EstimateIngestResponse sums) {
    var parts = new ArrayList<String>();
    parts.add(sums.getNewCount() + " new");
    parts.add(sums.getKnownCount() + " known");
    if (sums.getRejectionsCount() > 0) {
      parts.add(sums.getRejectionsCount() + " refused");
    }
    parts.addAll(sums.getModelsList());
    parts.add(price(sums));
    time(sums).ifPresent(time -> parts.add("about " + Durations.rough(time)));
    return String.join(", ", parts);
  }

  /** The most that is to be expected, in words. */
  static String price(EstimateIngestResponse sums) {
    if (sums.getNewCount() == 0 || sums.getModelsList().equals(List.of(OFFLINE))) {
      return "nothing to pay";
    }
    return sums.getCostIncomplete()
        ? "price unknown"
        : "≤ " + Amounts.atMost(sums.getEstimatedCostMicroUsd());
  }

  private Optional<Duration> time(EstimateIngestResponse sums) {
    return sums.hasEstimatedFinishTime()
        ? Optional.of(Duration.between(now, Times.instant(sums.getEstimatedFinishTime())))
        : Optional.empty();
  }
}
