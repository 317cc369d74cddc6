package dev.depict.cli.ingest;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.depict.cli.ingest.Entry.Picture;
import dev.depict.cli.ingest.Entry.Problem;
import dev.depict.cli.text.Amounts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Reads pictures, one at a time, and never more of one than the server may take. */
final class PictureReader {
  /** The largest picture any server takes by default, by whatever way. */
  private static final int MOST_BYTES = 100 << 20;

  private PictureReader() {}

  /** The bytes of a picture, or why there are none. */
  sealed interface Reading {
    record Bytes(ByteString content) implements Reading {}

    record Unread(Problem problem) implements Reading {}
  }

  static Reading read(Picture picture) {
    try (InputStream in = Files.newInputStream(picture.path())) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length == 0) {
        return unread(picture, "FILE_EMPTY", "the file is empty (0 bytes); send a picture");
      }
      if (bytes.length > MOST_BYTES) {
        return unread(picture, "FILE_TOO_LARGE", tooLarge(picture));
      }
      // Nobody else holds the array, so it need not be copied.
      return new Reading.Bytes(UnsafeByteOperations.unsafeWrap(bytes));
    } catch (IOException e) {
      return new Reading.Unread(Unusable.because(picture.file(), e));
    }
  }

  private static String tooLarge(Picture picture) throws IOException {
    return "the file has %s, and %s are the most; send a smaller picture"
        .formatted(Amounts.bytes(Files.size(picture.path())), Amounts.bytes(MOST_BYTES));
  }

  private static Reading unread(Picture picture, String reason, String message) {
    return new Reading.Unread(new Problem(picture.file(), reason, message));
  }
}
