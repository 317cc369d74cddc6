package dev.depict.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.fault.Faults;
import dev.depict.emulator.fault.Target;
import dev.depict.emulator.quota.Counting;
import dev.depict.emulator.quota.Limits;
import dev.depict.emulator.wire.Fields;
import dev.depict.emulator.wire.InvalidPayload;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** The bodies of the control requests. */
final class ControlJson {
  private static final Set<String> LIMITS =
      Set.of(
          "model",
          "requestsPerMinute",
          "inputTokensPerMinute",
          "requestsPerDay",
          "counting",
          "details");
  private static final Set<String> FAULT =
      Set.of("fault", "call", "code", "model", "probability", "times");
  private static final Set<String> DELAYS = Set.of("network", "thinking");
  private static final Set<String> DELAY = Set.of("minMillis", "maxMillis");

  private ControlJson() {}

  /** Sets all limits of one model or of all; what is not named does not limit. */
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

  /** Plans one fault; without a target for the next calls, whatever they are. */
  static void planFault(JsonNode body, Faults faults) {
    var fields = new Fields(body, "", FAULT);
    Fault fault =
        fields
            .constant("fault", Fault.class)
            .orElseThrow(() -> InvalidPayload.of("The field 'fault' is missing."));
    Target target = target(fields);
    int times = fields.integer("times").orElse(target instanceof Target.Call ? 1 : Faults.ALWAYS);
    if (times < 1) {
      throw InvalidPayload.of("The field 'times' is at least 1, not " + times + ".");
    }
    faults.plan(target, fault, times);
  }

  static void setDelays(JsonNode body, GeminiEmulator emulator) {
    var fields = new Fields(body, "", DELAYS);
    fields.message("network", DELAY).map(ControlJson::delay).ifPresent(emulator::network);
    fields.message("thinking", DELAY).map(ControlJson::delay).ifPresent(emulator::thinking);
  }

  private static Target target(Fields fields) {
    OptionalInt call = fields.integer("call");
    if (call.isPresent()) {
      return new Target.Call(call.getAsInt());
    }
    OptionalInt code = fields.integer("code");
    if (code.isPresent()) {
      return new Target.Code(code.getAsInt());
    }
    Optional<String> model = fields.text("model");
    return model.<Target>map(Target.Model::new).orElseGet(() -> random(fields));
  }

  private static Target random(Fields fields) {
    OptionalDouble probability = fields.number("probability");
    double value = probability.orElse(1);
    if (!(value >= 0 && value <= 1)) {
      throw InvalidPayload.of("The field 'probability' is between 0 and 1, not " + value + ".");
    }
    return new Target.Random(value);
  }

  private static OptionalLong limit(Fields fields, String name) {
    OptionalInt limit = fields.integer(name);
    if (limit.isPresent() && limit.getAsInt() < 1) {
      throw InvalidPayload.of("The field '" + name + "' is at least 1.");
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
