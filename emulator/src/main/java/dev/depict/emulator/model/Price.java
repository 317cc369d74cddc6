package dev.depict.emulator.model;

import java.math.BigDecimal;

/**
 * What a million tokens cost in US dollars; so, what one token costs in millionths of a dollar.
 *
 * @param output also the price of thinking
 */
public record Price(BigDecimal input, BigDecimal output) {
  static Price of(String input, String output) {
    return new Price(new BigDecimal(input), new BigDecimal(output));
  }
}
