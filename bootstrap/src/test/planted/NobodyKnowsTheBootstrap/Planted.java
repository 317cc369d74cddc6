package dev.depict.grpc.planted;

/** Breaks the rule. */
public final class Planted {
  dev.depict.bootstrap.lifecycle.DepictServer server;
}
