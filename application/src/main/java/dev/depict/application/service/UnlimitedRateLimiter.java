package dev.depict.application.service;

import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.WaitReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;

/** The limiter of a provider that counts nothing: it always grants. */
public final class UnlimitedRateLimiter implements RateLimiter, QuotaGauge {
  private final AtomicLong grants = new AtomicLong();

  @Override
  public Permit acquire(Task task, int waiting) {
    return new Permit.Granted(new Grant(grants.incrementAndGet(), task));
  }

  @Override
  public void sent(Grant grant) {}

  @Override
  public void giveBack(Grant grant) {}

  @Override
  public void settle(Grant grant, Outcome outcome) {}

  @Override
  public Optional<WaitReason> state(QuotaKey key) {
    return Optional.empty();
  }

  @Override
  public List<QuotaKey> probe() {
    return List.of();
  }

  @Override
  public int forget(Optional<QuotaKey> key) {
    return 0;
  }

  @Override
  public void onRelease(Runnable listener) {}

  @Override
  public List<Limit> limits(QuotaKey key) {
    return List.of();
  }

  @Override
  public OptionalDouble estimateError(QuotaKey key) {
    return OptionalDouble.empty();
  }

  @Override
  public Circuit circuit(QuotaKey key) {
    return Circuit.IN_ORDER;
  }

  @Override
  public Optional<Budget> budget() {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> finishTime(QuotaKey key, long calls) {
    return Optional.empty();
  }
}
