package dev.depict.grpc.planted;

/** Breaks the rule. */
public final class Planted {
  java.sql.Connection connection;
}
