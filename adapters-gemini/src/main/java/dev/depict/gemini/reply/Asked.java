package dev.depict.gemini.reply;

import dev.depict.gemini.model.Price;
import java.util.Optional;

/**
 * What a reply answers.
 *
 * @param price at the time of sending; absent when it is not known
 * @param language of the words asked for
 */
public record Asked(String provider, String model, Optional<Price> price, String language) {}
