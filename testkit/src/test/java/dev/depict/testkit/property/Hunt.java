package dev.depict.testkit.property;

import dev.depict.testkit.memory.InMemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/** Tries random histories on a store with a fault until one goes wrong, then makes it smaller. */
final class Hunt {
  private static final int TRIES = 2_000;
  private static final int SHRINKINGS = 3_000;

  /**
   * @param tries how many histories it took
   * @param millis how long that took
   * @param smallest what is left of the one that went wrong
   * @param message what it says
   */
  record Found(int tries, long millis, List<Action> smallest, String message) {}

  private final Supplier<Fault> fault;
  private int shrinkings;

  Hunt(Supplier<Fault> fault) {
    this.fault = fault;
  }

  /** Finds nothing if there is nothing to be found. */
  Optional<Found> run(long seed) throws Throwable {
    var found = new AtomicReference<Optional<Found>>(Optional.empty());
    JqwikSession.run(() -> found.set(search(seed)));
    return found.get();
  }

  private Optional<Found> search(long seed) {
    RandomGenerator<List<Action>> histories = Histories.any().generator(TRIES);
    var random = new Random(seed);
    long start = System.nanoTime();
    for (int tries = 1; tries <= TRIES; tries++) {
      Shrinkable<List<Action>> history = histories.next(random);
      if (wrong(history.value()).isPresent()) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        List<Action> smallest = smallest(history).value();
        return Optional.of(new Found(tries, millis, smallest, wrong(smallest).orElseThrow()));
      }
    }
    return Optional.empty();
  }

  private Shrinkable<List<Action>> smallest(Shrinkable<List<Action>> history) {
    Optional<Shrinkable<List<Action>>> smaller =
        history
            .shrink()
            .takeWhile(one -> ++shrinkings < SHRINKINGS)
            .filter(one -> wrong(one.value()).isPresent())
            .findFirst();
    return smaller.isPresent() ? smallest(smaller.get()) : history;
  }

  private Optional<String> wrong(List<Action> history) {
    Fault own = fault.get();
    try (var trial = new Trial(setting -> new FaultyStore(new InMemoryStore(setting), own))) {
      trial.run(history);
      return Optional.empty();
    } catch (AssertionError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
