package dev.depict.benchmarks;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.Outcome;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.answer.Depiction;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.Usage;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What is answered to every question: of the length that answers have. */
final class Answers {
  private static final Usage USAGE = new Usage(1_200, 90, 0, 0);
  private static final MicroDollars COST = new MicroDollars(600);
  private static final String ID = "response-id";
  private static final Depiction DEPICTION =
      new Depiction(
          "A red bicycle leans against a white wall in the evening sun",
          "A red bicycle with a basket leans against a white wall. The sun is low and throws a"
              + " long shadow over the pavement. A cat sits beside the front wheel.",
          List.of("bicycle", "wall", "sunset", "cat", "street", "shadow"),
          Optional.of("No parking"),
          "en");
  private static final Provenance PROVENANCE =
      new Provenance(Load.KEY.provider(), "model", "model-001", USAGE, COST);

  private Answers() {}

  static AttemptEnd end() {
    return new AttemptEnd.Answered(new AnswerId(Load.IDS.next()), DEPICTION, PROVENANCE);
  }

  static Expense expense() {
    return Expense.of(InstantSource.system().instant(), new Charge.Billed(USAGE, COST, ID));
  }

  static Outcome outcome() {
    return new Outcome.Answered(DEPICTION, PROVENANCE, ID);
  }
}
