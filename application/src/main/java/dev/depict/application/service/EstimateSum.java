package dev.depict.application.service;

import dev.depict.application.port.in.EstimateIngest.Estimation;
import dev.depict.application.port.in.EstimateIngest.Rejected;
import dev.depict.application.port.out.ModelCatalogue.Expectation;
import dev.depict.domain.quota.MicroDollars;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the calls of an estimate take together. */
final class EstimateSum {
  private int calls;
  private long inputTokens;
  private long outputTokens;
  private MicroDollars cost = MicroDollars.ZERO;
  private boolean incomplete;
  private final SortedSet<String> models = new TreeSet<>();

  void add(Expectation expectation) {
    calls++;
    inputTokens += expectation.estimate().inputTokens();
    outputTokens += expectation.outputTokens();
    cost = cost.plus(expectation.estimate().cost());
    incomplete |= !expectation.priced();
    models.add(expectation.estimate().key().model());
  }

  Estimation estimation(int known, Optional<Instant> finishTime, List<Rejected> rejected) {
    return new Estimation(
        calls,
        known,
        inputTokens,
        outputTokens,
        cost,
        incomplete,
        models,
        finishTime,
        List.copyOf(rejected));
  }
}
