package dev.depict.domain.task;

/** Why an attempt brought no answer, and what follows from it. */
public enum FailureClass {
  /** The provider's limit per minute. */
  QUOTA(Consequence.WAIT),
  /** The provider's limit per day. */
  QUOTA_DAY(Consequence.WAIT),
  /** The provider is overloaded or broken. */
  CAPACITY(Consequence.RETRY),
  /** The provider was not reached, or the connection broke. */
  NETWORK(Consequence.RETRY),
  /** The answer is empty or does not have the shape asked for. */
  BAD_ANSWER(Consequence.RETRY),
  /** The answer hit the output limit. */
  TRUNCATED(Consequence.RETRY_ONCE),
  /** The provider refuses this picture or these words. */
  BLOCKED(Consequence.FAIL),
  /** The picture cannot be read, or is too large. */
  INPUT(Consequence.FAIL),
  /** The provider refuses the credential. */
  AUTH(Consequence.PARK),
  /** The model does not exist any more. */
  MODEL_GONE(Consequence.PARK),
  /** The process died during the attempt. */
  CRASH(Consequence.RETRY);

  /** What happens to the task after the failure. */
  public enum Consequence {
    /** Goes back to the queue uncounted, until the limit allows it. */
    WAIT,
    /** Goes back to the queue with a delay while attempts are left. */
    RETRY,
    /** Goes back to the queue a single time. */
    RETRY_ONCE,
    /** Ends at once. */
    FAIL,
    /** Goes back to the queue uncounted, until an operator has mended the cause. */
    PARK
  }

  private final Consequence consequence;

  FailureClass(Consequence consequence) {
    this.consequence = consequence;
  }

  public Consequence consequence() {
    return consequence;
  }
}
