package dev.depict.emulator.picture;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Decodes pictures, as many at once as there are processors to spare, on threads of its own: native
 * decoders would hold a virtual thread's carrier. Safe for concurrent use.
 */
public final class PictureReader implements AutoCloseable {
  private static final Set<String> DECODED = Set.of("image/png", "image/jpeg");
  private static final Set<String> KEPT_AS_THEY_ARE =
      Set.of("image/webp", "image/heic", "image/heif");

  private final ExecutorService decoders =
      Executors.newFixedThreadPool(
          Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
          Thread.ofPlatform().daemon().name("emulator-decoder-", 0).factory());

  /** Whether the provider takes that kind. */
  public static boolean accepts(String mimeType) {
    return DECODED.contains(mimeType) || KEPT_AS_THEY_ARE.contains(mimeType);
  }

  /** Waits for the facts; empty when the bytes are no such picture. */
  public Optional<SentPicture> read(String mimeType, byte[] content) throws InterruptedException {
    if (KEPT_AS_THEY_ARE.contains(mimeType)) {
      return Optional.of(facts(mimeType, content, 0, 0, OptionalInt.empty()));
    }
    try {
      return decoders.submit(() -> decode(mimeType, content)).get();
    } catch (ExecutionException defect) {
      throw new IllegalStateException("reading a picture failed", defect);
    }
  }

  private static Optional<SentPicture> decode(String mimeType, byte[] content) {
    return ImageBytes.read(content)
        .map(image -> facts(mimeType, content, image.getWidth(), image.getHeight(), code(image)));
  }

  private static OptionalInt code(BufferedImage image) {
    return PixelCode.read(image);
  }

  private static SentPicture facts(
      String mimeType, byte[] content, int width, int height, OptionalInt code) {
    return new SentPicture(mimeType, content.length, width, height, MetadataScan.of(content), code);
  }

  @Override
  public void close() {
    decoders.shutdownNow();
  }
}
