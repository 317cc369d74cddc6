package dev.depict.gemini.limit;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.SendWindow;
import dev.depict.domain.task.FailureClass;
import java.util.List;
import java.util.Optional;

/** Books what came of a call, and learns from it. */
final class Settlement {
  private Settlement() {}

  /**
   * @param sooner whether another call may be made sooner than was known
   * @param lessons what the provider taught
   */
  record Result(boolean sooner, List<Lesson> lessons) {
    static final Result NOTHING = new Result(false, List.of());
  }

  static Result settle(long grant, Booking booking, Outcome outcome, Moment now) {
    boolean sooner = book(booking, outcome.charge(), now);
    Optional<FailureClass> failure = failureClass(outcome);
    sooner |= learnOfCredential(grant, booking, failure, now);
    sooner |= learnOfModel(grant, booking, failure, now);
    List<Lesson> lessons =
        outcome instanceof Outcome.Throttled refusal
            ? booking.key().throttled(refusal, now)
            : List.of();
    sooner |= booking.key().circuit().ended(grant, booking.task().id(), outcome, now);
    return new Result(sooner, lessons);
  }

  private static boolean book(Booking booking, Charge charge, Moment now) {
    SendWindow window = booking.key().gate().window();
    if (charge instanceof Charge.NotSent) {
      window.giveBack(booking.place());
      booking.day().remove(booking.estimate());
      return true;
    }
    window.sent(booking.place(), now.nanos());
    return switch (charge) {
      case Charge.Billed billed -> bill(booking, billed, now);
      case Charge.NotSent _, Charge.Unknown _ -> {
        booking.day().spending().settle(booking.estimate().cost(), booking.estimate().cost());
        yield false;
      }
    };
  }

  private static boolean bill(Booking booking, Charge.Billed billed, Moment now) {
    long reserved = booking.estimate().inputTokens();
    // A provider that names no tokens has counted some all the same, as far as anybody knows.
    long tokens = billed.usage().promptTokens() > 0 ? billed.usage().promptTokens() : reserved;
    if (billed.usage().promptTokens() > 0) {
      booking.key().accuracy().learn(reserved, tokens);
    }
    booking.key().gate().window().settle(booking.place(), tokens);
    booking.day().spending().settle(booking.estimate().cost(), billed.cost());
    boolean limited = booking.key().minute(now).inputTokens().isPresent();
    return (limited && tokens < reserved)
        || billed.cost().value() < booking.estimate().cost().value();
  }

  private static boolean learnOfCredential(
      long grant, Booking booking, Optional<FailureClass> failure, Moment now) {
    Parking credential = booking.key().credential();
    return failure.filter(FailureClass.AUTH::equals).isPresent()
        ? credential.refused(grant, now)
        : credential.passed(grant);
  }

  private static boolean learnOfModel(
      long grant, Booking booking, Optional<FailureClass> failure, Moment now) {
    Parking model = booking.key().model();
    if (failure.filter(FailureClass.MODEL_GONE::equals).isEmpty()) {
      return model.passed(grant);
    }
    // A model that a caller named concerns that task alone, unless it was to find out.
    boolean named = booking.task().question().requestedModel().isPresent();
    return (!named || model.isProbe(grant)) && model.refused(grant, now);
  }

  private static Optional<FailureClass> failureClass(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered _ -> Optional.empty();
      case Outcome.Refused refused -> Optional.of(refused.failure().failureClass());
      case Outcome.Throttled throttled -> Optional.of(throttled.failure().failureClass());
      case Outcome.Unavailable unavailable -> Optional.of(unavailable.failure().failureClass());
    };
  }
}
