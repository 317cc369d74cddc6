package dev.depict.domain.quota;

/** What one call to a provider was billed, as far as anybody knows. */
public sealed interface Charge {
  /** Nothing left this machine. */
  record NotSent() implements Charge {}

  /**
   * The provider answered, with words or with a refusal.
   *
   * @param responseId the provider's name for its response; empty when it gave none
   */
  record Billed(Usage usage, MicroDollars cost, String responseId) implements Charge {}

  /** The call was sent, and nobody saw what became of it: what was reserved counts as spent. */
  record Unknown() implements Charge {}

  Charge NOT_SENT = new NotSent();

  Charge UNKNOWN = new Unknown();

  /** The provider refused without billing anything. */
  Charge NOTHING = new Billed(Usage.NONE, MicroDollars.ZERO, "");
}
