package dev.depict.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.out.ImageInspector;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.bootstrap.config.Settings;
import dev.depict.media.inspect.MediaLimits;
import dev.depict.media.inspect.PictureInspector;
import dev.depict.media.prepare.PicturePreparer;
import dev.depict.media.prepare.PreparationSettings;
import jakarta.inject.Singleton;

/** How pictures are read and prepared. */
@Module
public interface MediaModule {
  @Provides
  @Singleton
  static ImageInspector inspector(Settings settings) {
    Settings.Pictures pictures = settings.pictures();
    return new PictureInspector(
        new MediaLimits(pictures.maxBytes(), pictures.maxPixels(), MediaLimits.DEFAULT.maxSide()));
  }

  @Provides
  @Singleton
  static ImagePreparer preparer(Settings settings) {
    PreparationSettings standard = PreparationSettings.DEFAULT;
    return new PicturePreparer(
        new PreparationSettings(
            settings.pictures().maxDimension(), standard.jpegQuality(), standard.maxPngBytes()));
  }
}
