package dev.depict.emulator;

import dev.depict.emulator.book.Billed;
import dev.depict.emulator.book.Verdict;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.quota.Violation;
import dev.depict.emulator.wire.Answer;
import dev.depict.emulator.wire.GoogleError;
import dev.depict.emulator.wire.QuotaErrors;
import dev.depict.emulator.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is to become of a call.
 *
 * @param counted whether the limits are asked, and may still prevent it
 */
record Intent(Ending ending, Verdict verdict, Optional<Billed> billed, boolean counted) {
  static Intent answer(Answer answer) {
    return new Intent(
        new Ending.Thought(answer.reply()),
        new Verdict.Answered(),
        Optional.of(answer.billed()),
        true);
  }

  static Intent brokenAnswer(Fault fault, Answer answer) {
    return new Intent(
        new Ending.Thought(answer.reply()),
        new Verdict.Faulted(fault),
        Optional.of(answer.billed()),
        true);
  }

  /** An answer that is neither counted nor billed. */
  static Intent free(Reply reply) {
    return new Intent(new Ending.Immediate(reply), new Verdict.Answered(), Optional.empty(), false);
  }

  static Intent fault(Fault fault, Ending ending, boolean counted) {
    return new Intent(ending, new Verdict.Faulted(fault), Optional.empty(), counted);
  }

  static Intent rejection(GoogleError error) {
    return new Intent(
        new Ending.Immediate(error.reply()),
        new Verdict.Rejected(error.code(), error.message()),
        Optional.empty(),
        false);
  }

  static Intent throttling(String model, List<Violation> violations, boolean details) {
    GoogleError error =
        details ? QuotaErrors.explained(model, violations) : QuotaErrors.unexplained();
    return new Intent(
        new Ending.Immediate(error.reply()),
        new Verdict.Throttled(
            violations.stream().map(Violation::quota).collect(Collectors.toSet())),
        Optional.empty(),
        false);
  }
}
