package dev.depict.sqlite.planted;

/** Breaks the rule. */
public final class Planted {
  dev.depict.grpc.GrpcServer server;
}
