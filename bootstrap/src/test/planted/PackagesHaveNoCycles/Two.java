package dev.depict.domain.two;

/** Breaks the rule. */
public final class Two {
  dev.depict.domain.one.One other;
}
