package dev.depict.emulator.quota;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts of all keys and models, and their limits. Safe for concurrent use. */
public final class Quotas {
  private final Map<AccountKey, Account> accounts = new HashMap<>();
  private final Map<String, Limits> byModel = new HashMap<>();
  private Limits common;

  public Quotas(Limits common) {
    this.common = common;
  }

  /** Sets the limits of all models, those that had limits of their own included. */
  public synchronized void limit(Limits limits) {
    common = limits;
    byModel.clear();
    accounts.values().forEach(account -> account.limit(limits));
  }

  /** Sets the limits of one model. What was counted before counts for them, too. */
  public synchronized void limit(String model, Limits limits) {
    byModel.put(model, limits);
    accounts.forEach((key, account) -> {
      if (key.model().equals(model)) {
        account.limit(limits);
      }
    });
  }

  /** The limits in force for a model. */
  public synchronized Limits limits(String model) {
    return byModel.getOrDefault(model, common);
  }

  /** Counts a call; when it meets limits, counts nothing and returns them all. */
  public synchronized List<Violation> take(
      String key, String model, Instant now, long inputTokens) {
    return accounts
        .computeIfAbsent(new AccountKey(key, model), _ -> new Account(limits(model)))
        .take(now, inputTokens);
  }

  /** Takes back what a call counted that arrived at that time; of several any of them. */
  public synchronized void giveBack(String key, String model, Instant time) {
    Optional.ofNullable(accounts.get(new AccountKey(key, model)))
        .ifPresent(account -> account.giveBack(time, limits(model)));
  }

  private record AccountKey(String key, String model) {}
}
