package dev.depict.domain.error;

import dev.depict.domain.media.MediaDigest;

/** No stored picture has this digest. */
public final class MediaNotFound extends CallerMistake {
  private final MediaDigest media;

  public MediaNotFound(MediaDigest media) {
    super("no picture media/" + media + " is stored; send its bytes");
    this.media = media;
  }

  public MediaDigest media() {
    return media;
  }
}
