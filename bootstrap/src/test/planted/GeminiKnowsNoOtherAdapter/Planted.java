package dev.depict.gemini.planted;

/** Breaks the rule. */
public final class Planted {
  dev.depict.sqlite.SqliteStore store;
}
