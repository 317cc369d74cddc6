package dev.depict.gemini.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the details of an error; whatever is not as expected counts as absent. */
record Details(List<JsonNode> nodes) {
  private static final String TYPES = "type.googleapis.com/google.rpc.";
  private static final Duration LONGEST_DELAY = Duration.ofDays(2);

  List<Violation> violations(String message) {
    return Stream.concat(
            of("QuotaFailure")
                .flatMap(detail -> elements(detail.path("violations")))
                .map(node -> quotaFailure(node, message)),
            of("ErrorInfo").map(detail -> detail.path("metadata")).flatMap(Details::rateLimit))
        .toList();
  }

  /** As protobuf writes durations: {@code 45.837906927s}. */
  Optional<Duration> retryDelay() {
    return of("RetryInfo")
        .map(detail -> detail.path("retryDelay").asText(""))
        .flatMap(delay -> seconds(delay).stream())
        .findFirst();
  }

  /** Empty for none. */
  String reason() {
    return of("ErrorInfo").map(detail -> detail.path("reason").asText("")).findFirst().orElse("");
  }

  private Stream<JsonNode> of(String type) {
    return nodes.stream().filter(node -> node.path("@type").asText("").equals(TYPES + type));
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static Violation quotaFailure(JsonNode node, String message) {
    String metric = node.path("quotaMetric").asText("");
    OptionalLong told = number(node.path("quotaValue"));
    return new Violation(
        metric,
        node.path("quotaId").asText(""),
        told.isEmpty() && saysZero(metric, message) ? OptionalLong.of(0) : told);
  }

  /** A limit as Google's front end tells it, without a {@code QuotaFailure}. */
  private static Stream<Violation> rateLimit(JsonNode metadata) {
    String id = metadata.path("quota_limit").asText("");
    return id.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Violation(
                metadata.path("quota_metric").asText(""),
                id,
                number(metadata.path("quota_limit_value"))));
  }

  /**
   * Protobuf's JSON leaves a 0 out; then only the message has it, in a line of its own for each
   * metric.
   */
  private static boolean saysZero(String metric, String message) {
    String line = "* Quota exceeded for metric: " + metric + ", limit: 0";
    return message
        .lines()
        .map(String::strip)
        .anyMatch(each -> each.equals(line) || each.startsWith(line + ","));
  }

  /** Protobuf writes long numbers as strings. */
  private static OptionalLong number(JsonNode value) {
    try {
      return OptionalLong.of(Long.parseLong(value.asText("").strip()));
    } catch (NumberFormatException none) {
      return OptionalLong.empty();
    }
  }

  private static Optional<Duration> seconds(String text) {
    if (!text.endsWith("s")) {
      return Optional.empty();
    }
    try {
      BigDecimal seconds = new BigDecimal(text.substring(0, text.length() - 1));
      boolean sane =
          seconds.signum() >= 0
              && seconds.compareTo(BigDecimal.valueOf(LONGEST_DELAY.toSeconds())) <= 0;
      return sane
          ? Optional.of(Duration.ofNanos(seconds.movePointRight(9).longValue()))
          : Optional.empty();
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
