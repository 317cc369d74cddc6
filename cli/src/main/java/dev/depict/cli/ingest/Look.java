package dev.depict.cli.ingest;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Pictures, read to know their names on the wire.
 *
 * @param problems what cannot be sent
 */
record Look(List<Named> pictures, List<Entry.Problem> problems) {
  private static final int SHOWN_EVERY = 64;

  /**
   * A picture that can be sent.
   *
   * @param media {@code media/{sha256}}
   */
  record Named(String file, String media) {}

  /** Reads all of them; where somebody looks on, the screen tells how far it is. */
  static Look at(List<Entry> entries, Screen screen, boolean interactive) {
    var pictures = new ArrayList<Named>();
    var problems = new ArrayList<Entry.Problem>();
    for (int i = 0; i < entries.size(); i++) {
      switch (entries.get(i)) {
        case Entry.Problem problem -> problems.add(problem);
        case Entry.Picture picture -> {
          switch (PictureReader.read(picture)) {
            case PictureReader.Reading.Unread unread -> problems.add(unread.problem());
            case PictureReader.Reading.Bytes bytes ->
                pictures.add(new Named(picture.file(), media(bytes.content())));
          }
        }
      }
      if (interactive && i % SHOWN_EVERY == SHOWN_EVERY - 1) {
        screen.progress("looking at pictures: %d of %d".formatted(i + 1, entries.size()));
      }
    }
    screen.clear();
    return new Look(List.copyOf(pictures), List.copyOf(problems));
  }

  /** The name under which a server stores a picture. */
  static String media(ByteString content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(content.asReadOnlyByteBuffer());
      return "media/" + HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
