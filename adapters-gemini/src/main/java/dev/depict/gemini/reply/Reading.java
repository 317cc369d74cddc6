package dev.depict.gemini.reply;

import dev.depict.domain.answer.Depiction;

/** What was made of the text of an answer. */
sealed interface Reading {
  record Good(Depiction depiction) implements Reading {}

  /**
   * Nothing.
   *
   * @param code in one word what is wrong
   * @param words the same for people, without the answer
   */
  record Bad(String code, String words) implements Reading {}
}
