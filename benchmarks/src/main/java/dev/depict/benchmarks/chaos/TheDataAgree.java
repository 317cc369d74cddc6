package dev.depict.benchmarks.chaos;

import java.util.List;

/** The server's own check of its data finds nothing. */
final class TheDataAgree implements Check {
  @Override
  public String rule() {
    return "the server's own check of its data finds nothing";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    return evidence.faults().stream()
        .map(fault -> fault.getSubject() + ": " + fault.getProblem())
        .toList();
  }
}
