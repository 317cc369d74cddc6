package dev.depict.grpc;

import io.grpc.Context;

/** Whom the tasks of the current call belong to. */
final class Principal {
  /** As long as callers need not say who they are. */
  static final String LOCAL = "local";

  private static final Context.Key<String> KEY = Context.keyWithDefault("principal", LOCAL);

  private Principal() {}

  static String current() {
    return KEY.get();
  }

  /** The current context, in which calls are made by this one. */
  static Context named(String name) {
    return Context.current().withValue(KEY, name);
  }
}
