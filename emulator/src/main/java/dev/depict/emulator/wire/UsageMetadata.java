package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.depict.emulator.book.TokenUsage;

/** The token counts of an answer; those that are 0 are left out, as protobuf does. */
record UsageMetadata(long text, long pictures, long candidates, long thoughts, long cached) {
  TokenUsage usage() {
    return new TokenUsage(text + pictures, candidates, thoughts, Math.min(cached, text + pictures));
  }

  ObjectNode json() {
    TokenUsage usage = usage();
    ObjectNode json = Json.object();
    put(json, "promptTokenCount", usage.prompt());
    put(json, "candidatesTokenCount", usage.candidates());
    put(json, "totalTokenCount", usage.total());
    put(json, "cachedContentTokenCount", usage.cached());
    put(json, "thoughtsTokenCount", usage.thoughts());
    json.set("promptTokensDetails", details());
    return json;
  }

  /** The counts by kind of content. */
  ArrayNode details() {
    ArrayNode details = Json.object().putArray("details");
    detail(details, "TEXT", text);
    detail(details, "IMAGE", pictures);
    return details;
  }

  private static void detail(ArrayNode details, String modality, long tokens) {
    if (tokens > 0) {
      details.addObject().put("modality", modality).put("tokenCount", tokens);
    }
  }

  private static void put(ObjectNode json, String name, long count) {
    if (count > 0) {
      json.put(name, count);
    }
  }
}
