package dev.depict.emulator.picture;

import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads pictures in two steps: what their header tells, which is quick, and what their pixels show.
 * As many are decoded at once as there are processors to spare, on threads of its own: native
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

  /** What the header tells, without waiting; empty when the bytes are no such picture. */
  public Optional<SentPicture> glance(String mimeType, byte[] content) {
    Optional<Dimension> size =
        KEPT_AS_THEY_ARE.contains(mimeType)
            ? Optional.of(new Dimension())
            : ImageBytes.size(content);
    return size.map(found ->
        new SentPicture(
            mimeType,
            content.length,
            found.width,
            found.height,
            MetadataScan.of(content),
            OptionalInt.empty(),
            List.of()));
  }

  /** Waits for what the pixels show as well; empty when they cannot be decoded. */
  public Optional<SentPicture> look(SentPicture glanced, byte[] content)
      throws InterruptedException {
    if (KEPT_AS_THEY_ARE.contains(glanced.mimeType())) {
      return Optional.of(glanced);
    }
    try {
      return decoders
          .submit(() ->
              ImageBytes.read(content)
                  .map(image -> glanced.showing(PixelCode.read(image), Palette.of(image))))
          .get();
    } catch (ExecutionException defect) {
      throw new IllegalStateException("reading a picture failed", defect);
    }
  }

  @Override
  public void close() {
    decoders.shutdownNow();
  }
}
