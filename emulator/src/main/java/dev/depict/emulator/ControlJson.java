package dev.depict.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.depict.emulator.quota.Counting;
import dev.depict.emulator.quota.Limits;
import dev.depict.emulator.wire.Fields;
import dev.depict.emulator.wire.InvalidPayload;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** The bodies of the requests that set limits and delays. */
final class ControlJson {
  private static final Set<String> LIMITS =
      Set.of(
          "model",
          "requestsPerMinute",
          "inputTokensPerMinute",
          "requestsPerDay",
          "counting",
          "details");
  private static final Set<String> DELAYS = Set.of("network", "thinking");
  private static final Set<String> DELAY = Set.of("minMillis", "maxMillis");

  private ControlJson() {}

  /** Sets all limits of one model or of all; what is not named does not limit, 0 permits none. */
  static void setLimits(JsonNode body, GeminiEmulator emulator) {
    var fields = new Fields(body, "", LIMITS);
    var limits =
        new Limits(
            limit(fields, "requestsPerMinute"),
            limit(fields, "inputTokensPerMinute"),
            limit(fields, "requestsPerDay"),
            fields.constant("counting", Counting.class).orElse(Counting.SLIDING_WINDOW),
            fields.any("details").map(details -> details.asBoolean(true)).orElse(true));
    fields
        .text("model")
        .ifPresentOrElse(model -> emulator.limits(model, limits), () -> emulator.limits(limits));
  }

  static void setDelays(JsonNode body, GeminiEmulator emulator) {
    var fields = new Fields(body, "", DELAYS);
    fields.message("network", DELAY).map(ControlJson::delay).ifPresent(emulator::network);
    fields.message("thinking", DELAY).map(ControlJson::delay).ifPresent(emulator::thinking);
  }

  private static OptionalLong limit(Fields fields, String name) {
    OptionalInt limit = fields.integer(name);
    if (limit.isPresent() && limit.getAsInt() < 0) {
      throw InvalidPayload.of("The field '" + name + "' is at least 0; leave it out for no limit.");
    }
    return limit.stream().asLongStream().findFirst();
  }

  private static Delay delay(Fields fields) {
    int shortest = fields.integer("minMillis").orElse(0);
    int longest = fields.integer("maxMillis").orElse(shortest);
    if (shortest < 0 || longest < shortest) {
      throw InvalidPayload.of("A delay needs 0 <= minMillis <= maxMillis.");
    }
    return Delay.between(Duration.ofMillis(shortest), Duration.ofMillis(longest));
  }
}
