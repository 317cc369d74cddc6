package dev.depict.sqlite.change;

import dev.depict.domain.media.Media;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Stores a picture by itself.
 *
 * @param content absent when it is a file
 */
public record KeepMedia(Media media, Optional<byte[]> content) implements Work<Ledger, Boolean> {
  @Override
  public Boolean run(Ledger ledger) throws SQLException {
    var pictures = new Pictures(ledger);
    byte[] digest = media.digest().bytes();
    OptionalLong added = pictures.add(media, digest, content);
    if (added.isPresent()) {
      pictures.mayGo(added.getAsLong());
    } else {
      pictures.renew(pictures.find(digest).orElseThrow());
    }
    return added.isPresent();
  }

  @Override
  public long bytes() {
    return 4096L + content.map(bytes -> bytes.length).orElse(0);
  }
}
