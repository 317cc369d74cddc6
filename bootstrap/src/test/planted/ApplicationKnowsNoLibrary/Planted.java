package dev.depict.application.planted;

/** Breaks the rule. */
public final class Planted {
  io.grpc.Status status;
}
