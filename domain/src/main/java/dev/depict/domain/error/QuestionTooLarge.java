package dev.depict.domain.error;

/** One call for this question would need more input tokens than the limit of a whole minute. */
public final class QuestionTooLarge extends CallerMistake {
  private final long inputTokens;
  private final long limit;

  public QuestionTooLarge(long inputTokens, long limit) {
    super(
        ("the question needs about %d input tokens, and quota.tpm allows %d a minute: it could never"
                + " be sent; shorten prompt and context, ask for a lower media resolution, or raise"
                + " quota.tpm")
            .formatted(inputTokens, limit));
    this.inputTokens = inputTokens;
    this.limit = limit;
  }

  public long inputTokens() {
    return inputTokens;
  }

  public long limit() {
    return limit;
  }
}
