package dev.depict.benchmarks.chaos;

import java.util.List;

/** What happens to the run from outside, and when. */
final class Script {
  /** How far above what is configured the provider goes: more than the server is to use. */
  private static final int RAISED = 2;

  /** Something that happens. */
  sealed interface Event {
    /** The provider keeps a lower limit than the server was told. */
    record Lower(String model, long limit) implements Event {}

    /** It keeps a higher one, and the server is told to forget what it learned. */
    record Raise(String model, long limit) implements Event {}

    /** SIGKILL, and a new start. */
    record Kill() implements Event {}

    /** One call is refused for its key; some seconds later the queue is resumed. */
    record RefuseKey() implements Event {}
  }

  /**
   * @param calls so many have arrived at the provider before it happens
   */
  record Step(int calls, Event event) {}

  private Script() {}

  static List<Step> of(ChaosSettings settings) {
    return settings.isShort() ? brief(settings) : full(settings);
  }

  private static List<Step> full(ChaosSettings settings) {
    long limit = settings.rpm();
    return List.of(
        step(settings, 20, new Event.Lower(ChaosSettings.FIRST_MODEL, limit * 5 / 8)),
        step(settings, 35, new Event.Kill()),
        step(settings, 45, new Event.Raise(ChaosSettings.FIRST_MODEL, limit * RAISED)),
        step(settings, 52, new Event.RefuseKey()),
        step(settings, 60, new Event.Lower(ChaosSettings.SECOND_MODEL, limit / 2)),
        step(settings, 72, new Event.Kill()),
        step(settings, 85, new Event.Raise(ChaosSettings.SECOND_MODEL, limit * RAISED)));
  }

  /** Two thirds of the minute's requests go out at once: the server dies in the midst of them. */
  private static List<Step> brief(ChaosSettings settings) {
    long limit = settings.rpm();
    return List.of(
        step(settings, 40, new Event.Kill()),
        step(settings, 70, new Event.RefuseKey()),
        step(settings, 85, new Event.Lower(ChaosSettings.FIRST_MODEL, limit * 7 / 9)),
        step(settings, 102, new Event.Raise(ChaosSettings.FIRST_MODEL, limit * RAISED)));
  }

  private static Step step(ChaosSettings settings, int percent, Event event) {
    return new Step(settings.pictures() * percent / 100, event);
  }
}
