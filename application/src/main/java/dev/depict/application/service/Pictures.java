package dev.depict.application.service;

import dev.depict.application.port.in.IngestImage.Picture;
import dev.depict.application.port.out.ImageInspector;
import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.PictureFiles;
import dev.depict.domain.media.Media;
import java.util.Optional;

/** Looks at the pictures that callers name. */
public final class Pictures {
  private final MediaStore media;
  private final ImageInspector inspector;
  private final PictureFiles files;

  public Pictures(MediaStore media, ImageInspector inspector, PictureFiles files) {
    this.media = media;
    this.inspector = inspector;
    this.files = files;
  }

  /**
   * @param content absent when it is stored already
   */
  record Seen(Media media, Optional<byte[]> content) {}

  /**
   * The picture; empty when it is named by a digest that is not stored.
   *
   * @throws dev.depict.domain.error.CallerMistake when it cannot be used
   */
  Optional<Seen> see(Picture picture) {
    return switch (picture) {
      case Picture.Content content -> Optional.of(inspected(content.bytes()));
      case Picture.File file -> Optional.of(inspected(files.read(file.path())));
      case Picture.Stored stored ->
          media.info(stored.digest()).map(found -> new Seen(found, Optional.empty()));
    };
  }

  private Seen inspected(byte[] bytes) {
    return new Seen(inspector.inspect(bytes), Optional.of(bytes));
  }
}
