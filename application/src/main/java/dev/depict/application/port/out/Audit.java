package dev.depict.application.port.out;

import java.util.List;

/** Checks whether what is stored agrees with itself. Reads only; safe while work goes on. */
@FunctionalInterface
public interface Audit {
  /** Everything that was looked at and does not agree. */
  Findings run();

  /**
   * @param checked how many things were looked at
   * @param faults at most {@link #MOST} of them
   */
  record Findings(long checked, List<Fault> faults) {
    public static final int MOST = 1_000;
  }

  /**
   * @param subject what it is about, such as {@code tasks/…}
   * @param problem what does not agree
   * @param repair what would put it right
   */
  record Fault(String subject, String problem, String repair) {}
}
