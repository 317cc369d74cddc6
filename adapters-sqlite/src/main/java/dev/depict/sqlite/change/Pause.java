package dev.depict.sqlite.change;

import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.Optional;

/** Stops claims, or lets them go on. */
public record Pause(boolean paused) implements Work<Ledger, Boolean> {
  @Override
  public Boolean run(Ledger ledger) throws SQLException {
    if (ledger.pausedSince().isPresent() == paused) {
      return false;
    }
    if (paused) {
      Meta.put(ledger.sql(), Meta.PAUSED_SINCE, ledger.nowMillis());
      ledger.paused(Optional.of(ledger.now()));
    } else {
      Meta.remove(ledger.sql(), Meta.PAUSED_SINCE);
      ledger.paused(Optional.empty());
      ledger.madeReady();
    }
    return true;
  }
}
