package dev.depict.bootstrap.lifecycle;

/** This process, as attempts and the lock name it. */
public final class Instance {
  public static final String NAME = "pid-" + ProcessHandle.current().pid();

  private Instance() {}
}
