package dev.depict.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.answer.Provenance;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.Usage;
import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.model.PriceList;
import java.math.RoundingMode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CostTest extends GeminiTest {
  @Override
  EmulatorSettings emulatorSettings() {
    return super.emulatorSettings().withCachedTokens(100);
  }

  private long booked() {
    return emulator
        .books()
        .cost(PriceList.standard())
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** Prices in millionths of a dollar for a hundred tokens, so that they are whole. */
  @ParameterizedTest
  @CsvSource({
    "gemini-3.5-flash-lite, 30, 250, 0",
    "gemini-3.8-flash, 75, 375, 64",
    "gemini-3.5-flash, 150, 900, 64",
    "gemini-2.5-flash, 30, 250, 0",
    "gemini-2.5-flash-lite, 10, 40, 0"
  })
  void thinking_is_paid_as_output_and_the_sum_is_rounded_once(
      String model, long input, long output, long thinking) {
    Provenance provenance = Ends.answered(ask(4, model)).provenance();
    Usage usage = provenance.usage();

    assertThat(usage.thinkingTokens()).isEqualTo(thinking);
    assertThat(usage.cachedTokens()).isEqualTo(100);
    assertThat(provenance.cost().value())
        .isEqualTo(
            (input * usage.promptTokens()
                    + output * (usage.outputTokens() + usage.thinkingTokens())
                    + 50)
                / 100)
        .isEqualTo(booked())
        .isPositive();
  }

  @Test
  void the_price_is_that_of_the_day_of_sending() {
    clock.set(Instant.parse("2026-12-31T23:59:59Z"));
    long before = Ends.answered(ask(4, "gemini-3.8-flash")).provenance().cost().value();
    clock.set(Instant.parse("2027-01-01T00:00:00Z"));
    emulator.clearBooks();
    long after = Ends.answered(ask(4, "gemini-3.8-flash")).provenance().cost().value();

    assertThat(after).isBetween(2 * before - 1, 2 * before + 1).isEqualTo(booked());
  }

  @Test
  void an_answer_that_is_no_good_is_paid_all_the_same() {
    emulator.faults().onNext(1, Fault.MAX_TOKENS);

    Charge.Billed billed = (Charge.Billed) ask(4).charge();

    assertThat(billed.cost().value()).isEqualTo(booked()).isPositive();
    assertThat(billed.responseId()).isNotBlank();
  }
}
