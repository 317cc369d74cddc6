package dev.depict.sqlite.change;

import dev.depict.domain.task.Lease;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Takes back that failures were counted. */
public record Forgive(List<Lease> leases) implements Work<Ledger, Boolean> {
  private static final String UNCOUNT =
      """
      UPDATE task SET counted_failures = counted_failures - 1,
        ready = CASE WHEN ready IS NULL THEN NULL ELSE 2 * lane + (counted_failures > 1) END
      WHERE ordinal = ? AND counted_failures > 0
      """;

  /** Returns whether anything was changed. */
  @Override
  public Boolean run(Ledger ledger) throws SQLException {
    var attempts = new Attempts(ledger);
    boolean changed = false;
    for (Lease lease : leases) {
      Optional<Call> call = Call.of(ledger, lease);
      Optional<Stored> task = call.flatMap(Call::owner).filter(owner -> !owner.status().isFinal());
      if (task.isPresent()
          && attempts.uncount(task.get().ordinal(), call.get().attempt(), task.get().round())) {
        ledger.sql().update(UNCOUNT, task.get().ordinal());
        changed = true;
      }
    }
    return changed;
  }
}
