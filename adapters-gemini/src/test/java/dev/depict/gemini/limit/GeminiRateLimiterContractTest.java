package dev.depict.gemini.limit;

import dev.depict.application.port.out.RateLimiter;
import dev.depict.testkit.contract.RateLimiterContract;

class GeminiRateLimiterContractTest extends RateLimiterContract {
  private final Bench bench = new Bench(Bench.rpm(15));

  @Override
  protected RateLimiter limiter() {
    return bench.limiter;
  }
}
