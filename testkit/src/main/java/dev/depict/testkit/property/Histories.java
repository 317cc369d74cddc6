package dev.depict.testkit.property;

import dev.depict.application.port.out.TaskChange;
import dev.depict.domain.task.Lane;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes random histories. */
final class Histories {
  static final int LONGEST = 60;

  private Histories() {}

  static Arbitrary<List<Action>> any() {
    return action().list().ofMaxSize(LONGEST);
  }

  private static Arbitrary<Action> action() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, ingest()),
        Tuple.of(7, claim()),
        Tuple.of(8, end()),
        Tuple.of(4, change()),
        Tuple.of(1, Arbitraries.of(true, false).map(Action.Pause::new)),
        Tuple.of(2, to(2).map(Action.Crash::new)),
        Tuple.of(2, Arbitraries.just(new Action.Release())),
        Tuple.of(1, to(20).map(Action.Hasten::new)),
        Tuple.of(3, pass()),
        Tuple.of(1, Arbitraries.integers().between(-3_600, 3_600).map(Action.Jump::new)),
        Tuple.of(1, Arbitraries.of(false, true).map(Action.Clean::new)));
  }

  private static Arbitrary<Integer> to(int most) {
    return Arbitraries.integers().between(0, most);
  }

  private static Arbitrary<Action> ingest() {
    Arbitrary<Action.Ask> ask =
        Combinators.combine(
                to(Question.COUNT - 1),
                Arbitraries.of(Lane.NORMAL, Lane.BULK, Lane.INTERACTIVE),
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(0)), Tuple.of(1, to(3))),
                Arbitraries.of(false, false, false, true),
                Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.just(0)), Tuple.of(1, to(9))))
            .as(Action.Ask::new);
    return Combinators.combine(ask.list().ofMinSize(1).ofMaxSize(4), Arbitraries.of(false, true))
        .as(Action.Ingest::new);
  }

  private static Arbitrary<Action> claim() {
    return Combinators.combine(to(1), Arbitraries.integers().between(1, 3), to(5))
        .as(Action.Claim::new);
  }

  private static Arbitrary<Action> end() {
    return Combinators.combine(
            to(9),
            Arbitraries.of(Action.Result.values()),
            Arbitraries.of(Action.Spent.values()),
            to(90))
        .as(Action.End::new);
  }

  private static Arbitrary<Action> change() {
    return Combinators.combine(
            Arbitraries.of(
                TaskChange.CANCEL, TaskChange.CANCEL, TaskChange.RETRY, TaskChange.DELETE),
            to(20).list().ofMinSize(1).ofMaxSize(3))
        .as(Action.Change::new);
  }

  private static Arbitrary<Action> pass() {
    return Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.longs().between(1, 100)),
            Tuple.of(1, Arbitraries.just(Duration.ofDays(40).toSeconds())))
        .map(Action.Pass::new);
  }
}
