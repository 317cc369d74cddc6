package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.depict.emulator.model.GeminiModel;
import dev.depict.emulator.picture.SentPicture;
import java.util.List;

/** Writes the answer of {@code countTokens}. */
public final class TokenAnswer {
  private TokenAnswer() {}

  public static Reply reply(
      GeminiModel model, GenerateRequest request, List<SentPicture> pictures) {
    var usage =
        new UsageMetadata(
            TokenCounter.texts(model, request),
            TokenCounter.pictures(model, request, pictures),
            0,
            0,
            0);
    ObjectNode body = Json.object().put("totalTokens", usage.usage().prompt());
    body.set("promptTokensDetails", usage.details());
    return Reply.json(200, body);
  }
}
