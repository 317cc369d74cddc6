package dev.depict.application.service;

import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.domain.answer.Usage;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.WaitReason;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The limiter of a provider that counts nothing: it always grants. */
public final class UnlimitedRateLimiter implements RateLimiter {
  private final AtomicLong grants = new AtomicLong();

  @Override
  public Permit acquire(Estimate amount) {
    return new Permit.Granted(new Grant(grants.incrementAndGet(), amount));
  }

  @Override
  public void settle(Grant grant, Usage usage) {}

  @Override
  public void giveBack(Grant grant) {}

  @Override
  public void observe(QuotaKey key, Outcome.Throttled refusal) {}

  @Override
  public Optional<WaitReason> state(QuotaKey key) {
    return Optional.empty();
  }

  @Override
  public void onRelease(Runnable listener) {}
}
