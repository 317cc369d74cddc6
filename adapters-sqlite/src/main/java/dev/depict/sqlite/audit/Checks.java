package dev.depict.sqlite.audit;

import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.media.MediaFiles;
import java.util.ArrayList;
import java.util.List;

/** Everything that is checked, the file itself first. */
public final class Checks {
  private Checks() {}

  public static List<Check> all(Ledger ledger, MediaFiles files) {
    var checks = new ArrayList<Check>();
    checks.add(new Integrity());
    checks.add(TaskRules.all());
    checks.addAll(RowRules.all());
    checks.add(new LastEvents());
    checks.add(new Bookings());
    checks.add(new Counts(ledger));
    checks.add(new PictureContent(files));
    return List.copyOf(checks);
  }
}
