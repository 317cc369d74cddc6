package dev.depict.gemini.reply;

import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.Usage;
import java.util.Optional;

/** What a reply says it took. */
record Bill(Optional<Usage> stated, Asked asked, String responseId) {
  static Bill of(GenerateContentResponse response, Asked asked) {
    return new Bill(
        response.usageMetadata().map(Bill::usage), asked, response.responseId().orElse(""));
  }

  Usage usage() {
    return stated.orElse(Usage.NONE);
  }

  /** Thinking is billed as output. */
  MicroDollars cost() {
    return asked
        .price()
        .map(price ->
            price.cost(usage().promptTokens(), usage().outputTokens() + usage().thinkingTokens()))
        .orElse(MicroDollars.ZERO);
  }

  /** For a reply without words: a bill it may have, if nobody says otherwise. */
  Charge charge() {
    return stated
        .<Charge>map(usage -> new Charge.Billed(usage, cost(), responseId))
        .orElse(Charge.UNKNOWN);
  }

  private static Usage usage(GenerateContentResponseUsageMetadata said) {
    return new Usage(
        count(said.promptTokenCount()),
        count(said.candidatesTokenCount()),
        count(said.thoughtsTokenCount()),
        count(said.cachedContentTokenCount()));
  }

  private static long count(Optional<Integer> tokens) {
    return Math.max(0, tokens.orElse(0));
  }
}
