package dev.depict.grpc;

import dev.depict.proto.v1.Media;
import dev.depict.proto.v1.MediaKind;

/** Shows the facts of pictures. */
final class MediaMapper {
  private MediaMapper() {}

  static Media media(dev.depict.domain.media.Media media) {
    return Media.newBuilder()
        .setName(ResourceNames.of(media.digest()))
        .setKind(MediaKind.MEDIA_KIND_PICTURE)
        .setMimeType(media.format().mimeType())
        .setSizeBytes(media.bytes())
        .setWidth(media.width())
        .setHeight(media.height())
        .build();
  }
}
