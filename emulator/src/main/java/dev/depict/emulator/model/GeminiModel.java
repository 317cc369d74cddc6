package dev.depict.emulator.model;

import java.util.List;

/**
 * A model that answers.
 *
 * @param name as in the path, without {@code models/}
 * @param counting how the tokens of a picture are counted
 * @param thinking how a request asks for thinking
 * @param defaultThoughts tokens spent on thinking when a request does not ask
 * @param truth how the tokens of a prompt are counted in truth
 */
public record GeminiModel(
    String name,
    PictureCounting counting,
    Thinking thinking,
    int defaultThoughts,
    TokenTruth truth) {
  GeminiModel(String name, PictureCounting counting, Thinking thinking, int defaultThoughts) {
    this(name, counting, thinking, defaultThoughts, TokenTruth.PUBLISHED);
  }

  /** The same, counting otherwise than it publishes. */
  public GeminiModel withTruth(TokenTruth other) {
    return new GeminiModel(name, counting, thinking, defaultThoughts, other);
  }

  /** How the tokens of a picture are counted. */
  public enum PictureCounting {
    /** By tiles, as the 2.x models do. */
    TILED,
    /** By media resolution alone, as the 3.x models do. */
    BY_RESOLUTION
  }

  /** How a request asks for thinking. */
  public enum Thinking {
    /** By {@code thinkingBudget}; 0 turns it off. */
    BUDGET,
    /** By {@code thinkingLevel}; a budget of 0 is refused. */
    LEVEL
  }

  /** The models an emulator answers for unless told otherwise. */
  public static List<GeminiModel> known() {
    return List.of(
        new GeminiModel("gemini-3.5-flash-lite", PictureCounting.BY_RESOLUTION, Thinking.LEVEL, 0),
        new GeminiModel("gemini-3.8-flash", PictureCounting.BY_RESOLUTION, Thinking.LEVEL, 256),
        new GeminiModel("gemini-3.5-flash", PictureCounting.BY_RESOLUTION, Thinking.LEVEL, 256),
        new GeminiModel("gemini-2.5-flash", PictureCounting.TILED, Thinking.BUDGET, 128),
        new GeminiModel("gemini-2.5-flash-lite", PictureCounting.TILED, Thinking.BUDGET, 0));
  }
}
