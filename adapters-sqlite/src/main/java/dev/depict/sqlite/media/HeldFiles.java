package dev.depict.sqlite.media;

import dev.depict.domain.media.MediaDigest;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pictures whose files are there before their rows: nobody may take such a file for one that is
 * not needed. Safe for concurrent use.
 */
final class HeldFiles {
  /** Removes a file. */
  @FunctionalInterface
  interface Removal {
    void run();
  }

  private final ConcurrentHashMap<MediaDigest, Integer> holders = new ConcurrentHashMap<>();

  void hold(MediaDigest digest) {
    holders.merge(digest, 1, Integer::sum);
  }

  void release(MediaDigest digest) {
    holders.computeIfPresent(digest, (_, count) -> count == 1 ? null : count - 1);
  }

  /** Runs the removal unless the file is held; nobody can begin to hold it meanwhile. */
  void unlessHeld(MediaDigest digest, Removal removal) {
    holders.compute(
        digest,
        (_, count) -> {
          if (count == null) {
            removal.run();
          }
          return count;
        });
  }
}
