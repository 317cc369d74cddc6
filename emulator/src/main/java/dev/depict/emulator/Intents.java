package dev.depict.emulator;

import dev.depict.emulator.Reading.Understood;
import dev.depict.emulator.Reading.Wrong;
import dev.depict.emulator.book.Operation;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.fault.Faults;
import dev.depict.emulator.fault.ScriptedAnswers;
import dev.depict.emulator.picture.SentPicture;
import dev.depict.emulator.wire.AnswerWriter;
import dev.depict.emulator.wire.GoogleErrors;
import dev.depict.emulator.wire.Reply;
import dev.depict.emulator.wire.TokenAnswer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Decides what is to become of a call, its limits left aside. Safe for concurrent use. */
final class Intents {
  private final Faults faults;
  private final ScriptedAnswers scripts;
  private final long cachedTokens;
  private final RandomGenerator random;

  Intents(Faults faults, ScriptedAnswers scripts, long cachedTokens, RandomGenerator random) {
    this.faults = faults;
    this.scripts = scripts;
    this.cachedTokens = cachedTokens;
    this.random = random;
  }

  Intent of(Call call, Reading reading) {
    Optional<Fault> fault = call.fault().or(() -> faults.inPicture(code(reading)));
    if (fault.isPresent() && fault.get().kind() == Fault.Kind.REFUSAL) {
      return error(call, fault.get(), false);
    }
    return switch (reading) {
      case Wrong(var error) -> Intent.rejection(error);
      case Understood understood ->
          call.isFor(Operation.COUNT_TOKENS)
              ? countTokens(call, understood, fault)
              : generate(call, understood, fault);
    };
  }

  private Intent generate(Call call, Understood understood, Optional<Fault> fault) {
    AnswerWriter writer = writer(call, understood);
    return fault
        .map(planned ->
            planned.kind() == Fault.Kind.ANSWER
                ? Intent.brokenAnswer(planned, writer.broken(planned))
                : failure(call, planned, true))
        .orElseGet(() -> Intent.answer(writer.whole()));
  }

  /** Not limited; faults of an answer do not fit it. */
  private static Intent countTokens(Call call, Understood understood, Optional<Fault> fault) {
    return fault
        .filter(planned -> planned.kind() != Fault.Kind.ANSWER)
        .map(planned -> failure(call, planned, false))
        .orElseGet(() ->
            Intent.free(
                TokenAnswer.reply(
                    understood.model(), understood.request(), understood.pictures())));
  }

  private static Intent failure(Call call, Fault fault, boolean counted) {
    return switch (fault) {
      case HANG -> Intent.fault(fault, new Ending.Silence(), counted);
      case RESET_BEFORE_READING, RESET_AFTER_READING ->
          Intent.fault(fault, new Ending.Cut(), counted);
      case HTML_ERROR -> Intent.fault(fault, new Ending.Immediate(Reply.htmlError()), counted);
      default -> error(call, fault, counted);
    };
  }

  private static Intent error(Call call, Fault fault, boolean counted) {
    Reply reply = GoogleErrors.of(fault, call.model()).reply();
    return Intent.fault(fault, new Ending.Immediate(reply), counted);
  }

  private AnswerWriter writer(Call call, Understood understood) {
    return new AnswerWriter(
        understood.model(),
        understood.request(),
        understood.pictures(),
        scripts.use(call.number(), call.key(), call.model(), code(understood)),
        cachedTokens,
        Long.toString(random.nextLong(Long.MAX_VALUE), Character.MAX_RADIX));
  }

  private static OptionalInt code(Reading reading) {
    return switch (reading) {
      case Understood understood ->
          understood.pictures().stream()
              .map(SentPicture::code)
              .findFirst()
              .orElse(OptionalInt.empty());
      case Wrong _ -> OptionalInt.empty();
    };
  }
}
