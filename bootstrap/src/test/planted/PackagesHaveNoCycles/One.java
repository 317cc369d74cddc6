package dev.depict.domain.one;

/** Breaks the rule. */
public final class One {
  dev.depict.domain.two.Two other;
}
