package dev.depict.sqlite.change;

import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Lets a stored picture count as just put; returns whether it is stored. */
public record RenewMedia(MediaDigest digest) implements Work<Ledger, Boolean> {
  @Override
  public Boolean run(Ledger ledger) throws SQLException {
    var pictures = new Pictures(ledger);
    OptionalLong found = pictures.find(digest.bytes());
    if (found.isPresent()) {
      pictures.renew(found.getAsLong());
    }
    return found.isPresent();
  }
}
