package dev.depict.sqlite.change;

import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;

/**
 * Removes what dead processes and deleted tasks have left behind: calls that can bring nothing any
 * more, failures that nothing names. A part at a time; returns whether there may be more.
 */
public record RemoveLeftovers() implements Work<Ledger, Boolean> {
  private static final int MOST = 500;

  @Override
  public Boolean run(Ledger ledger) throws SQLException {
    boolean strays = new Strays(ledger).forgetDead(MOST);
    boolean failures = new LooseFailures(ledger).remove(MOST);
    return strays || failures;
  }
}
