package dev.depict.emulator.quota;

/** What the provider limits, under its own names. */
public enum Quota {
  REQUESTS_PER_MINUTE(
      "generate_content_free_tier_requests",
      "GenerateRequestsPerMinutePerProjectPerModel-FreeTier"),
  INPUT_TOKENS_PER_MINUTE(
      "generate_content_free_tier_input_token_count",
      "GenerateContentInputTokensPerModelPerMinute-FreeTier"),
  REQUESTS_PER_DAY(
      "generate_content_free_tier_requests", "GenerateRequestsPerDayPerProjectPerModel-FreeTier");

  private final String metric;
  private final String id;

  Quota(String metric, String id) {
    this.metric = metric;
    this.id = id;
  }

  /** As in {@code quotaMetric}. */
  public String metric() {
    return "generativelanguage.googleapis.com/" + metric;
  }

  /** As in {@code quotaId}. */
  public String id() {
    return id;
  }
}
