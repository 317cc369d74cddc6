package dev.depict.application.service;

import dev.depict.application.port.in.UploadMedia;
import dev.depict.application.port.out.ImageInspector;
import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.Spool;
import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.media.Media;

/** Takes pictures that come in pieces. */
public final class UploadService implements UploadMedia {
  private final MediaStore media;
  private final ImageInspector inspector;
  private final long maxBytes;

  /**
   * @param inspector takes pictures as large as {@code maxBytes}
   */
  public UploadService(MediaStore media, ImageInspector inspector, long maxBytes) {
    this.media = media;
    this.inspector = inspector;
    this.maxBytes = maxBytes;
  }

  @Override
  public Upload begin() {
    return new Spooled(media.spool());
  }

  /** Whole pictures are held in memory one at a time, however many arrive. */
  private synchronized Media keep(Spool spool) {
    Media picture = inspector.inspect(spool.content());
    spool.keep(picture);
    return picture;
  }

  private final class Spooled implements Upload {
    private final Spool spool;

    Spooled(Spool spool) {
      this.spool = spool;
    }

    @Override
    public void add(byte[] piece) {
      if (spool.size() + piece.length > maxBytes) {
        throw new MediaRejected(
            MediaRejected.Reason.TOO_LARGE,
            "the upload has more than %d bytes, which is the limit".formatted(maxBytes));
      }
      spool.write(piece);
    }

    @Override
    public Media finish() {
      return keep(spool);
    }

    @Override
    public void close() {
      spool.close();
    }
  }
}
