package dev.depict.application.service;

import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.ModelCatalogue;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.application.port.out.RateLimiter;

/** Somebody who answers, what is known of its models, and what its limits allow. */
public record Provider(
    ImageAnalyzer analyzer, ModelCatalogue models, RateLimiter limiter, QuotaGauge gauge) {

  /** One that counts nothing and costs nothing. */
  public static Provider unlimited(ImageAnalyzer analyzer) {
    var limiter = new UnlimitedRateLimiter();
    return new Provider(analyzer, new FreeModels(), limiter, limiter);
  }

  /** {@code gemini}, {@code offline}. */
  public String name() {
    return analyzer.provider();
  }
}
