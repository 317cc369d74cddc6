package dev.depict.application.service;

/**
 * How the dispatcher works.
 *
 * @param concurrency attempts under way at once, all keys together, at least 1
 * @param aheadTasks pictures of one key prepared before their turn, at least 1
 * @param aheadBytes bytes of prepared pictures held at once for one key; one picture is always
 *     allowed
 */
public record DispatchSettings(int concurrency, int aheadTasks, long aheadBytes) {
  public DispatchSettings {
    if (concurrency < 1 || aheadTasks < 1 || aheadBytes < 1) {
      throw new IllegalArgumentException("concurrency, aheadTasks and aheadBytes are at least 1");
    }
  }
}
