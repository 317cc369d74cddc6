package dev.depict.sqlite.read;

import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.Usage;

/** What was used of a quota key on one day, in the order of {@link UsageMapper#day}. */
record UsageRow(
    long quota,
    long calls,
    long unknownCalls,
    long inputTokens,
    long outputTokens,
    long thinkingTokens,
    long cachedTokens,
    long cost) {
  DayUsage usage() {
    return new DayUsage(
        calls,
        unknownCalls,
        new Usage(inputTokens, outputTokens, thinkingTokens, cachedTokens),
        new MicroDollars(cost));
  }
}
