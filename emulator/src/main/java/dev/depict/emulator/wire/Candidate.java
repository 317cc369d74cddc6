package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The one candidate of an answer.
 *
 * @param text absent when the provider would not tell
 */
record Candidate(Optional<String> text, String finishReason) {
  private static final int CHARACTERS_PER_TOKEN = 4;

  Candidate(String text, String finishReason) {
    this(Optional.of(text), finishReason);
  }

  static Candidate without(String finishReason) {
    return new Candidate(Optional.empty(), finishReason);
  }

  /** The same, cut where the output limit is reached; thinking comes first and is not cut. */
  Candidate within(GenerationConfig config, int thoughts) {
    String whole = text.orElse("");
    int left = Math.max(0, config.maxOutputTokens().orElse(Integer.MAX_VALUE) - thoughts);
    if (TokenCounter.text(whole) <= left) {
      return this;
    }
    return left == 0
        ? without("MAX_TOKENS")
        : new Candidate(whole.substring(0, left * CHARACTERS_PER_TOKEN), "MAX_TOKENS");
  }

  long tokens() {
    return TokenCounter.text(text.orElse(""));
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    text.ifPresent(words -> {
      ObjectNode content = json.putObject("content");
      content.putArray("parts").addObject().put("text", words);
      content.put("role", "model");
    });
    return json.put("finishReason", finishReason).put("index", 0);
  }
}
