package dev.depict.emulator.wire;

import dev.depict.emulator.model.GeminiModel;
import dev.depict.emulator.picture.SentPicture;
import java.util.Arrays;
import java.util.List;

/**
 * Counts tokens: pictures as the provider documents it, text as a quarter of its characters, and
 * both of a prompt as much more or less as the model counts in truth.
 */
public final class TokenCounter {
  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final int SMALL_SIDE = 384;
  private static final int TOKENS_PER_TILE = 258;

  private TokenCounter() {}

  /** All tokens of a prompt. */
  public static long prompt(
      GeminiModel model, GenerateRequest request, List<SentPicture> pictures) {
    return texts(model, request) + pictures(model, request, pictures);
  }

  static long texts(GeminiModel model, GenerateRequest request) {
    long published =
        text(request.instruction()) + request.texts().stream().mapToLong(TokenCounter::text).sum();
    return model.truth().count(published, identity(request));
  }

  static long pictures(GeminiModel model, GenerateRequest request, List<SentPicture> pictures) {
    long published =
        switch (model.counting()) {
          case TILED -> pictures.stream().mapToLong(TokenCounter::tiled).sum();
          case BY_RESOLUTION -> (long) pictures.size() * request.config().resolution().tokens();
        };
    return model.truth().count(published, identity(request));
  }

  private static long identity(GenerateRequest request) {
    return request.pictures().stream()
        .mapToLong(picture -> Arrays.hashCode(picture.content()))
        .reduce(request.text().hashCode(), (all, one) -> 31 * all + one);
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
