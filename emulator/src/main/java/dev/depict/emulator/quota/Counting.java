package dev.depict.emulator.quota;

/** How the limits per minute are counted; the provider does not tell which way is its own. */
public enum Counting {
  /** No 60 seconds hold more than the limit. */
  SLIDING_WINDOW,
  /** A full bucket of the limit, refilled evenly at the limit per minute. */
  TOKEN_BUCKET,
  /** From each full minute to the next. */
  FIXED_MINUTE
}
