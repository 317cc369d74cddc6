package dev.depict.domain.media;

/** The picture formats Depict takes. The format is read from the bytes, never from a name. */
public enum MediaFormat {
  JPEG("image/jpeg"),
  PNG("image/png"),
  WEBP("image/webp"),
  HEIC("image/heic"),
  HEIF("image/heif"),
  GIF("image/gif"),
  BMP("image/bmp"),
  TIFF("image/tiff");

  private final String mimeType;

  MediaFormat(String mimeType) {
    this.mimeType = mimeType;
  }

  public String mimeType() {
    return mimeType;
  }
}
