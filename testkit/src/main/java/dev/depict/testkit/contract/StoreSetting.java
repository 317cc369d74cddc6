package dev.depict.testkit.contract;

import java.time.InstantSource;

/**
 * What a store under test is opened with.
 *
 * @param node the name of this process in attempts
 * @param maxPending as many tasks may wait
 */
public record StoreSetting(InstantSource clock, String node, long maxPending) {
  /** So many tasks that no test meets the limit. */
  public static final long NO_LIMIT = 1_000_000;

  /** The setting of most tests. */
  public static StoreSetting at(InstantSource clock) {
    return new StoreSetting(clock, "node-1", NO_LIMIT);
  }
}
