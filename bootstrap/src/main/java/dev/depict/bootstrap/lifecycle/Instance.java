package dev.depict.bootstrap.wiring;

/** This process, as attempts and the lock name it. */
final class Instance {
  static final String NAME = "pid-" + ProcessHandle.current().pid();

  private Instance() {}
}
