package dev.depict.gemini.reply;

import java.util.Set;

/** Why an answer ended, as far as it matters. */
enum Finish {
  /** By itself; also for a reason nobody knows, and then its words decide. */
  ENDED,
  /** At the output limit. */
  TRUNCATED,
  /** By the provider, for what the picture or the answer holds. */
  WITHHELD;

  private static final Set<String> WITHHOLDING =
      Set.of(
          "SAFETY",
          "RECITATION",
          "LANGUAGE",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII",
          "IMAGE_SAFETY",
          "IMAGE_PROHIBITED_CONTENT",
          "IMAGE_RECITATION");

  /**
   * @param reason under the wire's name; empty for none
   */
  static Finish of(String reason) {
    if (reason.equals("MAX_TOKENS")) {
      return TRUNCATED;
    }
    return WITHHOLDING.contains(reason) ? WITHHELD : ENDED;
  }
}
