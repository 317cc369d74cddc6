package dev.depict.application.service;

import dev.depict.application.port.in.ReadMedia;
import dev.depict.application.port.out.MediaStore;
import dev.depict.domain.error.MediaNotFound;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import java.io.InputStream;

/** Gives stored pictures back. */
public final class MediaReading implements ReadMedia {
  private final MediaStore media;

  public MediaReading(MediaStore media) {
    this.media = media;
  }

  @Override
  public Media info(MediaDigest digest) {
    return media.info(digest).orElseThrow(() -> new MediaNotFound(digest));
  }

  @Override
  public InputStream open(MediaDigest digest) {
    return media.open(digest).orElseThrow(() -> new MediaNotFound(digest));
  }
}
