package dev.depict.gemini.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one model of the catalogue; each problem names the model and the field. */
final class ModelFields {
  private final String name;
  private final JsonNode node;

  ModelFields(String name, JsonNode node) {
    this.name = name;
    this.node = node;
  }

  GeminiModel model() {
    return new GeminiModel(
        name,
        true,
        counting(),
        node.path("temperature").asBoolean(false),
        thinking(node.path("thinking")),
        prices(),
        Optional.of(node.path("end")).filter(JsonNode::isTextual).map(end -> day("end", end)),
        node.path("replacement").asText(""));
  }

  private PictureCounting counting() {
    String counting = node.path("counting").asText(PictureCounting.UNKNOWN.name());
    return Arrays.stream(PictureCounting.values())
        .filter(each -> each.name().equals(counting))
        .findFirst()
        .orElseThrow(() ->
            problem("counting", counting, "one of " + Arrays.toString(PictureCounting.values())));
  }

  private static Thinking thinking(JsonNode thinking) {
    if (thinking.has("budget")) {
      return new Thinking.Budget(thinking.path("budget").asInt());
    }
    long allowance = thinking.path("allowance").asLong(GeminiModel.OUTPUT_LIMIT);
    return thinking.has("level")
        ? new Thinking.Level(thinking.path("level").asText(), allowance)
        : new Thinking.Unasked(allowance);
  }

  private List<Price> prices() {
    var prices = new ArrayList<Price>();
    for (JsonNode price : node.path("prices")) {
      prices.add(
          new Price(
              price.has("from") ? day("prices.from", price.path("from")) : Instant.EPOCH,
              amount("prices.input", price.path("input")),
              amount("prices.output", price.path("output"))));
    }
    return prices;
  }

  private BigDecimal amount(String field, JsonNode value) {
    if (!value.isNumber() || value.decimalValue().signum() < 0) {
      throw problem(field, value.toString(), "US dollars for a million tokens, such as 0.30");
    }
    return value.decimalValue();
  }

  /** A day begins at midnight UTC. */
  private Instant day(String field, JsonNode value) {
    try {
      return LocalDate.parse(value.asText()).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException noDate) {
      throw problem(field, value.toString(), "a date such as \"2027-01-01\"");
    }
  }

  private IllegalArgumentException problem(String field, String value, String wanted) {
    return new IllegalArgumentException(
        "%s of model '%s' is %s; it must be %s".formatted(field, name, value, wanted));
  }
}
