package dev.depict.emulator.planted;

/** Breaks the rule. */
public final class Planted {
  dev.depict.domain.quota.QuotaKey key;
}
