package dev.depict.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.out.ImageInspector;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.bootstrap.config.Settings;
import dev.depict.media.inspect.MediaLimits;
import dev.depict.media.inspect.PictureInspector;
import dev.depict.media.prepare.PicturePreparer;
import dev.depict.media.prepare.PreparerSettings;
import jakarta.inject.Singleton;

/** How pictures are read and prepared. */
@Module
public interface MediaModule {
  @Provides
  @Singleton
  static ImageInspector inspector(Settings settings) {
    return new PictureInspector(
        MediaLimits.DEFAULT
            .withMaxBytes(settings.pictures().maxBytes())
            .withMaxPixels(settings.pictures().maxPixels()));
  }

  @Provides
  @Singleton
  static ImagePreparer preparer(Settings settings) {
    return new PicturePreparer(
        PreparerSettings.DEFAULT.withMaxDimension(settings.pictures().maxDimension()));
  }
}
