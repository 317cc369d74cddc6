package dev.depict.cli.command;

import dev.depict.cli.text.Amounts;
import dev.depict.cli.text.Colours;
import dev.depict.cli.text.Times;
import dev.depict.cli.text.Waits;
import dev.depict.proto.v1.DayUsage;
import dev.depict.proto.v1.QuotaKeyState;
import dev.depict.proto.v1.QuotaLimit;
import java.util.ArrayList;
import java.util.List;

/** How one quota key stands: whether it may send, why not, and what is used of its limits. */
record QuotaLines(Times times, Colours colours) {
  private static final int BAR = 20;

  List<String> of(QuotaKeyState state) {
    var lines = new ArrayList<String>();
    lines.add(QueueSheet.name(state.getQuotaKey()) + ": " + condition(state));
    if (state.getPendingCount() + state.getRunningCount() > 0) {
      lines.add("  tasks   " + tasks(state));
    }
    state.getLimitsList().forEach(limit -> lines.add(limit(limit)));
    if (state.getToday().getCallCount() > 0) {
      lines.add("  today   " + today(state.getToday()) + estimates(state));
    }
    return lines;
  }

  private String tasks(QuotaKeyState state) {
    String running = state.getRunningCount() + " running";
    String tasks =
        state.hasPendingCount() ? state.getPendingCount() + " waiting, " + running : running;
    return state.hasEstimatedFinishTime()
        ? tasks + ", done about " + times.shown(state.getEstimatedFinishTime())
        : tasks;
  }

  /** By how many hundredths the estimates were off; nothing when they were not. */
  private static String estimates(QuotaKeyState state) {
    long percent = Math.round(100 * state.getTokenEstimateError());
    return percent == 0
        ? ""
        : "; input estimated %d %% too %s"
            .formatted(Math.abs(percent), percent > 0 ? "high" : "low");
  }

  private String condition(QuotaKeyState state) {
    var waits = new Waits(times);
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

  private String limit(QuotaLimit limit) {
    String kind =
        switch (limit.getKind()) {
          case QUOTA_LIMIT_KIND_REQUESTS_PER_MINUTE -> "requests/min";
          case QUOTA_LIMIT_KIND_INPUT_TOKENS_PER_MINUTE -> "input tokens/min";
          case QUOTA_LIMIT_KIND_REQUESTS_PER_DAY -> "requests/day";
          case QUOTA_LIMIT_KIND_UNSPECIFIED, UNRECOGNIZED -> "of an unknown kind";
        };
    return "  %-16s  %s %d of %d (%s)"
        .formatted(kind, bar(limit), limit.getUsed(), limit.getLimit(), origin(limit));
  }

  private String bar(QuotaLimit limit) {
    long used = Math.clamp(limit.getUsed() * BAR / Math.max(1, limit.getLimit()), 0, BAR);
    int full = (int) used;
    String bar = "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    return full == BAR ? colours.waiting(bar) : bar;
  }

  private String origin(QuotaLimit limit) {
    return switch (limit.getOrigin()) {
      case QUOTA_LIMIT_ORIGIN_CONFIGURED -> "configured";
      case QUOTA_LIMIT_ORIGIN_LEARNED ->
          limit.hasLearnTime() ? "learned at " + times.shown(limit.getLearnTime()) : "learned";
      case QUOTA_LIMIT_ORIGIN_UNSPECIFIED, UNRECOGNIZED -> "of unknown origin";
    };
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
