package dev.depict.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.in.UploadMedia;
import dev.depict.application.port.out.ImageInspector;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.PictureFiles;
import dev.depict.application.service.UploadService;
import dev.depict.bootstrap.config.Settings;
import dev.depict.media.inspect.MediaLimits;
import dev.depict.media.inspect.PictureInspector;
import dev.depict.media.inspect.RootedFiles;
import dev.depict.media.prepare.PicturePreparer;
import dev.depict.media.prepare.PreparationSettings;
import jakarta.inject.Singleton;

/** How pictures are read and prepared. */
@Module
public interface MediaModule {
  @Provides
  @Singleton
  static ImageInspector inspector(Settings settings) {
    return inspector(settings.pictures(), settings.pictures().maxBytes());
  }

  @Provides
  @Singleton
  static UploadMedia upload(Settings settings, MediaStore media) {
    long maxBytes = settings.pictures().maxUpload();
    return new UploadService(media, inspector(settings.pictures(), maxBytes), maxBytes);
  }

  @Provides
  static PictureFiles files(Settings settings) {
    return new RootedFiles(settings.pictures().roots(), settings.pictures().maxBytes());
  }

  private static ImageInspector inspector(Settings.Pictures pictures, long maxBytes) {
    return new PictureInspector(
        new MediaLimits(maxBytes, pictures.maxPixels(), MediaLimits.DEFAULT.maxSide()));
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
