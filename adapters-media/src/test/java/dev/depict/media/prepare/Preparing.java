package dev.depict.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.ImagePreparer.Preparation;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.media.fixture.Encoded;
import dev.depict.media.inspect.MediaLimits;
import dev.depict.media.inspect.PictureInspector;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;

/** Inspects and prepares a file with the default settings. */
final class Preparing {
  private Preparing() {}

  static Preparation attempt(byte[] content) {
    var media = new PictureInspector(MediaLimits.DEFAULT).inspect(content);
    return new PicturePreparer(PreparationSettings.DEFAULT)
        .prepare(media, new ByteArrayInputStream(content));
  }

  static PreparedImage image(byte[] content) {
    Preparation preparation = attempt(content);
    assertThat(preparation).isInstanceOf(Preparation.Prepared.class);
    return ((Preparation.Prepared) preparation).image();
  }

  static BufferedImage pixels(byte[] content) {
    return Encoded.decode(image(content).content());
  }
}
