package dev.depict.emulator.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** What tokens cost, model by model. */
@FunctionalInterface
public interface PriceList {
  /** The price of a model at that time; empty for a model that is not listed. */
  Optional<Price> find(String model, Instant time);

  /** The provider's public list, without batch and caching discounts. */
  static PriceList standard() {
    Map<String, Price> prices =
        Map.of(
            "gemini-3.5-flash-lite", Price.of("0.30", "2.50"),
            "gemini-3.8-flash", Price.of("0.75", "3.75"),
            "gemini-3.5-flash", Price.of("1.50", "9.00"),
            "gemini-2.5-flash", Price.of("0.30", "2.50"),
            "gemini-2.5-flash-lite", Price.of("0.10", "0.40"));
    Instant dearer = LocalDate.of(2027, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return (model, time) ->
        Optional.ofNullable(prices.get(model))
            .map(price -> doubles(model) && !time.isBefore(dearer) ? twice(price) : price);
  }

  private static boolean doubles(String model) {
    return model.equals("gemini-3.8-flash");
  }

  private static Price twice(Price price) {
    return new Price(
        price.input().multiply(BigDecimal.TWO), price.output().multiply(BigDecimal.TWO));
  }
}
