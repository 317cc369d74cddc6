package dev.depict.gemini.request;

import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.MediaResolution;
import com.google.genai.types.Part;
import com.google.genai.types.ThinkingConfig;
import dev.depict.domain.question.Question;
import dev.depict.gemini.model.GeminiModel;
import dev.depict.gemini.model.Thinking;

/** How an answer is asked for: what the model is told, and nothing that it would refuse. */
public final class RequestConfig {
  /** Little, so that the same picture gets much the same words. */
  private static final float TEMPERATURE = 0.2f;

  private RequestConfig() {}

  /**
   * @param longer whether the answer may be twice as long as usual
   */
  public static GenerateContentConfig of(GeminiModel model, Question question, boolean longer) {
    GenerateContentConfig.Builder config =
        GenerateContentConfig.builder()
            .systemInstruction(
                Content.builder().parts(Part.fromText(Instruction.in(question.language()))).build())
            .responseMimeType("application/json")
            .responseSchema(AnswerSchema.SCHEMA)
            .mediaResolution(resolution(question))
            .maxOutputTokens(longer ? 2 * GeminiModel.OUTPUT_LIMIT : GeminiModel.OUTPUT_LIMIT);
    if (model.temperature()) {
      config.temperature(TEMPERATURE);
    }
    switch (model.thinking()) {
      case Thinking.Budget(int tokens) ->
          config.thinkingConfig(ThinkingConfig.builder().thinkingBudget(tokens));
      case Thinking.Level(String level, long _) ->
          config.thinkingConfig(ThinkingConfig.builder().thinkingLevel(level));
      case Thinking.Unasked _ -> {}
    }
    return config.build();
  }

  private static MediaResolution.Known resolution(Question question) {
    return switch (question.resolution()) {
      case LOW -> MediaResolution.Known.MEDIA_RESOLUTION_LOW;
      case MEDIUM -> MediaResolution.Known.MEDIA_RESOLUTION_MEDIUM;
      case HIGH -> MediaResolution.Known.MEDIA_RESOLUTION_HIGH;
    };
  }
}
