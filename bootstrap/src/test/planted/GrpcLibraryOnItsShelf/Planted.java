package dev.depict.sqlite.planted;

/** Breaks the rule. */
public final class Planted {
  io.grpc.Status status;
}
