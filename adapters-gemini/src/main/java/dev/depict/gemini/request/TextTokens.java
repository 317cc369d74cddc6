package dev.depict.gemini.request;

import dev.depict.domain.question.Question;
import java.nio.charset.StandardCharsets;

/**
 * Input tokens of the text of a request, as an estimate: for the instruction and for each of the
 * caller's texts a quarter of its UTF-8 bytes, rounded up, and {@value #FRAME} for the schema and
 * what stands around the texts.
 *
 * <p>The provider's rule is four characters to a token, which holds for Latin script; bytes instead
 * of characters make it two for Cyrillic or Greek and about one and a third for Chinese.
 */
public final class TextTokens {
  private static final int BYTES_PER_TOKEN = 4;
  private static final long FRAME = 64;

  private TextTokens() {}

  public static long of(Question question) {
    return FRAME
        + of(Instruction.in(question.language()))
        + CallerData.of(question).stream().mapToLong(TextTokens::of).sum();
  }

  private static long of(String text) {
    return Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES_PER_TOKEN);
  }
}
