package dev.depict.sqlite.read;

import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.db.Codes;

/** The facts of a picture. */
record MediaRow(byte[] digest, long format, long bytes, int width, int height) {
  Media media() {
    return new Media(
        MediaDigest.ofBytes(digest), Codes.FORMAT.constant(format), bytes, width, height);
  }
}
