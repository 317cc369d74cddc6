package dev.depict.media.inspect;

/**
 * The structure of a picture does not hold. The message is a clause that begins with "it". Carries
 * no stack trace: it is an everyday outcome, caught where the reader was called.
 */
final class Damaged extends RuntimeException {
  Damaged(String clause) {
    super(clause, null, false, false);
  }
}
