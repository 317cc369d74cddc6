package dev.depict.cli.command;

import dev.depict.cli.text.Amounts;
import dev.depict.cli.text.Colours;
import dev.depict.cli.text.Waits;
import dev.depict.proto.v1.DayUsage;
import dev.depict.proto.v1.QuotaKeyState;
import dev.depict.proto.v1.QuotaLimit;
import dev.depict.proto.v1.QuotaLimitOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How one quota key stands: whether it may send, why not, and what is used of its limits. */
record QuotaLines(Waits waits, Colours colours) {
  List<String> of(QuotaKeyState state) {
    var lines = new ArrayList<String>();
    lines.add(QueueSheet.name(state.getQuotaKey()) + ": " + condition(state));
    if (state.hasPendingCount() && state.hasRunningCount()) {
      lines.add(
          "  tasks   %d waiting, %d running"
              .formatted(state.getPendingCount(), state.getRunningCount()));
    }
    if (state.getLimitsCount() > 0) {
      lines.add(
          "  limits  "
              + state.getLimitsList().stream()
                  .map(QuotaLines::limit)
                  .collect(Collectors.joining(", ")));
    }
    if (state.getToday().getCallCount() > 0) {
      lines.add("  today   " + today(state.getToday()));
    }
    return lines;
  }

  private String condition(QuotaKeyState state) {
    return switch (state.getCondition()) {
      case QUOTA_KEY_CONDITION_OPEN -> colours.good("may send");
      case QUOTA_KEY_CONDITION_WAITING ->
          colours.waiting("waits") + ", " + waits.shown(state.getWait());
      case QUOTA_KEY_CONDITION_PARKED ->
          colours.bad("parked")
              + ", "
              + waits.shown(state.getWait())
              + "; "
              + Waits.remedy(state.getWait().getReason());
      case QUOTA_KEY_CONDITION_UNSPECIFIED, UNRECOGNIZED -> "in an unknown condition";
    };
  }

  private static String limit(QuotaLimit limit) {
    String unit =
        switch (limit.getKind()) {
          case QUOTA_LIMIT_KIND_REQUESTS_PER_MINUTE -> "requests a minute";
          case QUOTA_LIMIT_KIND_INPUT_TOKENS_PER_MINUTE -> "input tokens a minute";
          case QUOTA_LIMIT_KIND_REQUESTS_PER_DAY -> "requests a day";
          case QUOTA_LIMIT_KIND_UNSPECIFIED, UNRECOGNIZED -> "of an unknown kind";
        };
    boolean learned = limit.getOrigin() == QuotaLimitOrigin.QUOTA_LIMIT_ORIGIN_LEARNED;
    return "%d of %d %s%s"
        .formatted(limit.getUsed(), limit.getLimit(), unit, learned ? " (learned)" : "");
  }

  private static String today(DayUsage today) {
    return "%s, %d tokens in, %d out, %s%s"
        .formatted(
            Amounts.of(today.getCallCount(), "call"),
            today.getUsage().getInputTokens(),
            today.getUsage().getOutputTokens() + today.getUsage().getThinkingTokens(),
            Amounts.dollars(today.getCostMicroUsd()),
            today.getUnknownCallCount() == 0
                ? ""
                : ", %d of unknown outcome".formatted(today.getUnknownCallCount()));
  }
}
