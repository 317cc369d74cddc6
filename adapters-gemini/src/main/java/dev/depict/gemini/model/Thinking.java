package dev.depict.gemini.model;

/** How a model is asked to think, which is as little as it can. */
public sealed interface Thinking {
  /** Most tokens to expect for it. */
  long allowance();

  /**
   * By a budget of tokens, 0 for none.
   *
   * @param tokens at most
   */
  record Budget(int tokens) implements Thinking {
    @Override
    public long allowance() {
      return tokens;
    }
  }

  /**
   * By a level.
   *
   * @param level under the wire's name, such as {@code MINIMAL}
   */
  record Level(String level, long allowance) implements Thinking {}

  /** Not asked: the model decides. */
  record Unasked(long allowance) implements Thinking {}
}
