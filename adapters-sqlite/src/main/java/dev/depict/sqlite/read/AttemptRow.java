package dev.depict.sqlite.read;

import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.Attempt;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Dictionaries;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt, in the order of {@link TaskMapper#attempts}. */
record AttemptRow(
    int number,
    long node,
    long state,
    boolean counted,
    @Nullable Long failureClass,
    @Nullable String failureCode,
    @Nullable String failureWords,
    long promptTokens,
    long outputTokens,
    long thinkingTokens,
    long cachedTokens,
    long reserved,
    long cost,
    long startTime,
    @Nullable Long sendTime,
    @Nullable Long finishTime,
    String externalId) {
  Attempt attempt(Dictionaries dictionaries) {
    return new Attempt(
        number,
        dictionaries.names().value(node),
        Codes.ATTEMPT.constant(state),
        counted,
        Failures.of(failureClass, failureCode, failureWords),
        new Usage(promptTokens, outputTokens, thinkingTokens, cachedTokens),
        new MicroDollars(reserved),
        new MicroDollars(cost),
        Instant.ofEpochMilli(startTime),
        Optional.ofNullable(sendTime).map(Instant::ofEpochMilli),
        Optional.ofNullable(finishTime).map(Instant::ofEpochMilli),
        externalId);
  }
}
