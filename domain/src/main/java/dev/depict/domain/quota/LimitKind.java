package dev.depict.domain.quota;

/** What a provider's limit counts. */
public enum LimitKind {
  REQUESTS_PER_MINUTE,
  INPUT_TOKENS_PER_MINUTE,
  /** By the date in Los Angeles on which a request was sent. */
  REQUESTS_PER_DAY
}
