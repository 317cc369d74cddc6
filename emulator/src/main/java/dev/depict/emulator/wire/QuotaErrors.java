package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.depict.emulator.quota.Violation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The 429s. */
public final class QuotaErrors {
  private static final String LIMITS_PAGE = "https://ai.google.dev/gemini-api/docs/rate-limits";
  private static final String PREAMBLE =
      "You exceeded your current quota, please check your plan and billing details. For more"
          + " information on this error, head to: "
          + LIMITS_PAGE
          + ".";

  private QuotaErrors() {}

  /** Tells nothing. */
  public static GoogleError unexplained() {
    return GoogleError.plain(
        429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota).");
  }

  /** Tells each limit that was met, and the longest of the waits. */
  public static GoogleError explained(String model, List<Violation> violations) {
    Duration wait =
        violations.stream().map(Violation::retryAfter).max(Comparator.naturalOrder()).orElseThrow();
    return new GoogleError(
        429,
        "RESOURCE_EXHAUSTED",
        message(model, violations, wait),
        List.of(
            failure(model, violations),
            help(),
            GoogleError.detail("RetryInfo").put("retryDelay", seconds(wait))));
  }

  private static String message(String model, List<Violation> violations, Duration wait) {
    return violations.stream()
        .map(violation ->
            "* Quota exceeded for metric: %s, limit: %d, model: %s"
                .formatted(violation.quota().metric(), violation.limit(), model))
        .collect(
            Collectors.joining("\n", PREAMBLE + "\n", "\nPlease retry in " + seconds(wait) + "."));
  }

  private static ObjectNode failure(String model, List<Violation> violations) {
    ObjectNode failure = GoogleError.detail("QuotaFailure");
    ArrayNode list = failure.putArray("violations");
    for (Violation violation : violations) {
      ObjectNode node = list.addObject();
      node.put("quotaMetric", violation.quota().metric());
      node.put("quotaId", violation.quota().id());
      node.putObject("quotaDimensions").put("model", model).put("location", "global");
      // As protobuf's JSON mapping does with zeros, and as is seen for models without a free tier.
      if (violation.limit() > 0) {
        node.put("quotaValue", Long.toString(violation.limit()));
      }
    }
    return failure;
  }

  private static ObjectNode help() {
    ObjectNode help = GoogleError.detail("Help");
    help.putArray("links")
        .addObject()
        .put("description", "Learn more about Gemini API quotas")
        .put("url", LIMITS_PAGE);
    return help;
  }

  /** As protobuf writes durations: {@code 45.837906927s}, {@code 3s}. */
  private static String seconds(Duration wait) {
    BigDecimal seconds = BigDecimal.valueOf(wait.toNanos(), 9);
    return (seconds.signum() == 0 ? BigDecimal.ZERO : seconds.stripTrailingZeros()).toPlainString()
        + "s";
  }
}
