package dev.depict.application.port.in;

import dev.depict.application.port.out.Audit;

/** Checks whether what is stored agrees with itself: tasks, twins, attempts, answers, media … */
@FunctionalInterface
public interface CheckData {
  /** Looks at everything; takes about a second for 100 000 tasks. Changes nothing. */
  Audit.Findings check();
}
