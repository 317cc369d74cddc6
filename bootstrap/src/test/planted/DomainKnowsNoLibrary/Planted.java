package dev.depict.domain.planted;

/** Breaks the rule. */
public final class Planted {
  java.sql.Connection connection;
}
