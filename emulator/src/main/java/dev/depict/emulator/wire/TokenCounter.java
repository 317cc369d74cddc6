package dev.depict.emulator.wire;

import dev.depict.emulator.model.GeminiModel;
import dev.depict.emulator.picture.SentPicture;
import java.util.List;

/** Counts tokens: pictures as the provider documents it, text as a quarter of its characters. */
public final class TokenCounter {
  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final int SMALL_SIDE = 384;
  private static final int TOKENS_PER_TILE = 258;

  private TokenCounter() {}

  /** All tokens of a prompt. */
  public static long prompt(
      GeminiModel model, GenerateRequest request, List<SentPicture> pictures) {
    return texts(request) + pictures(model, request, pictures);
  }

  static long texts(GenerateRequest request) {
    return text(request.instruction())
        + request.texts().stream().mapToLong(TokenCounter::text).sum();
  }

  static long pictures(GeminiModel model, GenerateRequest request, List<SentPicture> pictures) {
    return switch (model.counting()) {
      case TILED -> pictures.stream().mapToLong(TokenCounter::tiled).sum();
      case BY_RESOLUTION -> (long) pictures.size() * request.config().resolution().tokens();
    };
  }

  static long text(String text) {
    return Math.ceilDiv(text.length(), CHARACTERS_PER_TOKEN);
  }

  private static long tiled(SentPicture picture) {
    int width = picture.width();
    int height = picture.height();
    if (Math.max(width, height) <= SMALL_SIDE) {
      return TOKENS_PER_TILE;
    }
    int side = Math.clamp(Math.min(width, height) * 2L / 3, 256, 768);
    return (long) Math.ceilDiv(width, side) * Math.ceilDiv(height, side) * TOKENS_PER_TILE;
  }
}
