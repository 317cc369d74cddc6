package dev.depict.sqlite.audit;

import dev.depict.application.port.out.Audit;
import java.util.ArrayList;
import java.util.List;

/** What was looked at and found. For one thread. */
public final class Report {
  private final List<Audit.Fault> faults = new ArrayList<>();
  private long checked;

  void looked(long things) {
    checked += things;
  }

  void fault(String subject, String problem, String repair) {
    if (!isFull()) {
      faults.add(new Audit.Fault(subject, problem, repair));
    }
  }

  /** Whether there are as many faults as can be told. */
  public boolean isFull() {
    return faults.size() >= Audit.Findings.MOST;
  }

  public Audit.Findings findings() {
    return new Audit.Findings(checked, List.copyOf(faults));
  }
}
