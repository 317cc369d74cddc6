package dev.depict.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.fault.Faults;
import dev.depict.emulator.fault.ScriptedAnswers;
import dev.depict.emulator.fault.Target;
import dev.depict.emulator.wire.Fields;
import dev.depict.emulator.wire.InvalidPayload;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The bodies of the requests that plan something: for one {@code call} by its number, for all of a
 * {@code code}, a {@code model} or a {@code key}, for each with a {@code probability}, or without
 * any of these for all; for so many {@code times}, or for so many milliseconds ({@code forMillis})
 * from now.
 */
final class PlanJson {
  private static final Set<String> FAULT =
      Set.of("fault", "call", "code", "model", "key", "probability", "times", "forMillis");
  private static final Set<String> ANSWER =
      Set.of("text", "call", "code", "model", "key", "probability", "times", "forMillis");

  private PlanJson() {}

  static void planFault(JsonNode body, Faults faults) {
    var fields = new Fields(body, "", FAULT);
    Fault fault = fields.constant("fault", Fault.class).orElseThrow(() -> missing("fault"));
    Target target = target(fields);
    span(fields)
        .ifPresentOrElse(
            span -> faults.during(span, target, fault),
            () -> faults.plan(target, fault, times(fields, target)));
  }

  static void scriptAnswer(JsonNode body, ScriptedAnswers answers) {
    var fields = new Fields(body, "", ANSWER);
    String text = fields.text("text").orElseThrow(() -> missing("text"));
    Target target = target(fields);
    span(fields)
        .ifPresentOrElse(
            span -> answers.during(span, target, text),
            () -> answers.script(target, text, times(fields, target)));
  }

  private static Target target(Fields fields) {
    OptionalInt call = fields.integer("call");
    OptionalInt code = fields.integer("code");
    Optional<String> model = fields.text("model");
    Optional<String> key = fields.text("key");
    if (call.isPresent()) {
      return new Target.Call(call.getAsInt());
    }
    if (code.isPresent()) {
      return new Target.Code(code.getAsInt());
    }
    return model
        .<Target>map(Target.Model::new)
        .or(() -> key.map(Target.Key::new))
        .orElseGet(() -> random(fields));
  }

  private static Target random(Fields fields) {
    double value = fields.number("probability").orElse(1);
    if (!(value >= 0 && value <= 1)) {
      throw InvalidPayload.of("The field 'probability' is between 0 and 1, not " + value + ".");
    }
    return new Target.Random(value);
  }

  private static int times(Fields fields, Target target) {
    int times = fields.integer("times").orElse(target instanceof Target.Call ? 1 : Faults.ALWAYS);
    if (times < 1) {
      throw InvalidPayload.of("The field 'times' is at least 1, not " + times + ".");
    }
    return times;
  }

  private static Optional<Duration> span(Fields fields) {
    OptionalInt millis = fields.integer("forMillis");
    if (millis.isEmpty()) {
      return Optional.empty();
    }
    if (millis.getAsInt() < 1 || fields.integer("times").isPresent()) {
      throw InvalidPayload.of("The field 'forMillis' is at least 1, and not beside 'times'.");
    }
    return Optional.of(Duration.ofMillis(millis.getAsInt()));
  }

  private static InvalidPayload missing(String field) {
    return InvalidPayload.of("The field '" + field + "' is missing.");
  }
}
