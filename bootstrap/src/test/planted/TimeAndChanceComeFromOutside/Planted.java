package dev.depict.application.planted;

/** Breaks the rule. */
public final class Planted {
  java.time.Instant now() { return java.time.Instant.now(); }
}
