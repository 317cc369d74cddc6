package dev.depict.cli.command;

import dev.depict.cli.text.Amounts;
import dev.depict.cli.text.Labels;
import dev.depict.cli.text.Times;
import dev.depict.proto.v1.Attempt;
import dev.depict.proto.v1.Usage;

/** One try at a task, for people. */
record AttemptLine(Times times) {
  String of(Attempt attempt) {
    var text = new StringBuilder();
    text.append(attempt.getNumber()).append(": ");
    text.append(Labels.of(attempt.getState(), "ATTEMPT_STATE_"));
    if (attempt.hasStartTime()) {
      text.append(", ").append(times.shown(attempt.getStartTime()));
    }
    if (attempt.hasFinishTime()) {
      text.append(" to ").append(times.shown(attempt.getFinishTime()));
    }
    if (attempt.hasSendTime()) {
      text.append(", sent at ").append(times.shown(attempt.getSendTime()));
    }
    text.append(spent(attempt.getUsage(), attempt.getCostMicroUsd()));
    if (!attempt.getExternalId().isEmpty()) {
      text.append(", response ").append(attempt.getExternalId());
    }
    if (attempt.hasFailure()) {
      text.append("; ").append(TaskSheet.failure(attempt.getFailure()));
      text.append(attempt.getCounted() ? "" : " (not counted)");
    }
    return text.toString();
  }

  /** Tokens and money, each as far as there is any. */
  static String spent(Usage usage, long microDollars) {
    long out = usage.getOutputTokens() + usage.getThinkingTokens();
    String cost = ", " + Amounts.dollars(microDollars);
    if (usage.getInputTokens() + out == 0) {
      return microDollars == 0 ? "" : cost;
    }
    return ", %d tokens in, %d out".formatted(usage.getInputTokens(), out) + cost;
  }
}
