package dev.depict.application.service;

/** The calls of one key that may still be begun. Used by one thread. */
final class Slots {
  /** Slots that only tasks with a waiting caller may take, when there are more than a few. */
  private static final int KEPT_FOR_INTERACTIVE = 2;

  private final int all;
  private int taken;

  Slots(int all, int taken) {
    this.all = all;
    this.taken = taken;
  }

  boolean free(boolean interactive) {
    boolean keeps = !interactive && all > 2 * KEPT_FOR_INTERACTIVE;
    return all - taken > (keeps ? KEPT_FOR_INTERACTIVE : 0);
  }

  void take() {
    taken++;
  }
}
