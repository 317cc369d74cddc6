package dev.depict.testkit.picture;

import dev.depict.application.port.out.ImageInspector;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.media.MediaFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Takes any bytes for a PNG of one pixel and sends them as they are, for tests that need no
 * pictures. Only an empty one is rejected. Safe for concurrent use.
 */
public final class PlainPictures implements ImageInspector, ImagePreparer {
  public PlainPictures() {}

  @Override
  public Media inspect(byte[] content) {
    if (content.length == 0) {
      throw new MediaRejected(
          MediaRejected.Reason.UNREADABLE, "the picture has no bytes; send its content");
    }
    return new Media(MediaDigest.of(content), MediaFormat.PNG, content.length, 1, 1);
  }

  @Override
  public String profile() {
    return "plain-1";
  }

  @Override
  public Preparation prepare(Media media, InputStream content) {
    try {
      return new Preparation.Prepared(
          new PreparedImage(
              media,
              PreparedImage.Capture.NOTHING_KNOWN,
              media.format().mimeType(),
              content.readAllBytes(),
              media.width(),
              media.height()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
