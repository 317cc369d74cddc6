package dev.depict.application.port.in;

import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.quota.MicroDollars;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Tells what ingesting would need and cost. Stores nothing and asks no provider. */
public interface EstimateIngest {
  /**
   * The sums over all commands. A picture named by a digest that is not stored counts as one of the
   * greatest size.
   */
  Estimation estimate(List<IngestImage.Command> commands);

  /**
   * @param fresh commands that need a call of their own
   * @param known commands whose answer is stored, is under way, or is asked for by an earlier one
   * @param outputTokens most to expect, thinking included
   * @param cost highest to expect if each call succeeds at once
   * @param incomplete whether the cost leaves out a model whose price is not known
   * @param models asked for the fresh ones
   * @param finishTime when the last answer may be expected, what waits already included; absent
   *     when nobody knows
   */
  record Estimation(
      int fresh,
      int known,
      long inputTokens,
      long outputTokens,
      MicroDollars cost,
      boolean incomplete,
      SortedSet<String> models,
      Optional<Instant> finishTime,
      List<Rejected> rejected) {}

  /** A command that would be refused; it is in no count and no sum. */
  record Rejected(int index, CallerMistake mistake) {}
}
