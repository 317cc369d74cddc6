package dev.depict.application.planted;

/** Breaks the rule. */
public final class Planted {
  dagger.Lazy<String> lazy;
}
