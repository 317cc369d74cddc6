package dev.depict.media.prepare;

import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Prepares pictures with the decoders of the Java platform and Thumbnailator.
 *
 * <p>Memory: the file, plus the picture subsampled to less than twice the longer side asked for. A
 * baseline JPEG or a PNG is never held in full, whatever its size; a progressive JPEG and a WebP
 * are, by their decoders.
 *
 * <p>Immutable and so safe for concurrent use. Call it on platform threads alone.
 */
public final class PicturePreparer implements ImagePreparer {
  private static final System.Logger LOG = System.getLogger(PicturePreparer.class.getName());

  private final PreparationSettings settings;
  private final Encoder encoder;

  public PicturePreparer(PreparationSettings settings) {
    this.settings = settings;
    this.encoder = new Encoder(settings);
  }

  @Override
  public String profile() {
    return settings.profile();
  }

  @Override
  public Preparation prepare(Media media, InputStream content) {
    byte[] bytes = readFully(content);
    try {
      return new Preparation.Prepared(prepare(media, bytes));
    } catch (IOException | RuntimeException e) {
      // Decoders throw whatever they like at a damaged file.
      LOG.log(System.Logger.Level.DEBUG, () -> "media/" + media.digest() + " is unreadable", e);
      return unreadable(
          "DAMAGED",
          "the %s picture cannot be decoded, its data are damaged or of a rare kind; save it anew as JPEG or PNG"
              .formatted(media.format()));
    } catch (OutOfMemoryError e) {
      // One allocation too large for the heap; the others go on.
      return unreadable(
          "TOO_LARGE",
          "the %s picture of %d × %d pixels needs more memory than there is; send a smaller copy"
              .formatted(media.format(), media.width(), media.height()));
    }
  }

  private PreparedImage prepare(Media media, byte[] bytes) throws IOException {
    PreparedImage.Capture capture = CaptureReader.read(media.format(), bytes);
    BufferedImage decoded = Decoder.decode(media.format(), bytes, settings.maxDimension());
    BufferedImage plain = Pixels.toSrgb(decoded);
    boolean drawn = Encoder.looksDrawn(media.format(), plain);
    BufferedImage fitted = Fitting.fit(plain, settings.maxDimension());
    if (media.format() == MediaFormat.PNG) {
      PngProfile.apply(bytes, fitted);
    }
    BufferedImage upright = Orientation.of(capture.orientation()).upright(fitted);
    Encoder.Encoded encoded = encoder.encode(upright, drawn);
    return new PreparedImage(
        media,
        capture,
        encoded.mimeType(),
        encoded.content(),
        upright.getWidth(),
        upright.getHeight());
  }

  private static Preparation unreadable(String code, String words) {
    return new Preparation.Unreadable(new Failure(FailureClass.INPUT, code, words));
  }

  private static byte[] readFully(InputStream content) {
    try {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a stored picture", e);
    }
  }
}
