package dev.depict.emulator.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt that asks for another format ("answer in XML"). As long as the instruction stands in the
 * system instruction and the prompt in the contents, the schema rules. Where they are mixed, the
 * prompt is obeyed, so that mixing them is seen:
 *
 * <ul>
 *   <li>the wish stands in the system instruction;
 *   <li>there is no system instruction;
 *   <li>the contents repeat the system instruction, or name fields of the schema as only the
 *       instruction has reason to.
 * </ul>
 */
final class FormatWish {
  private static final Pattern WISH =
      Pattern.compile(
          "\\b(?:answer|reply|respond|write|return|output|format)\\b[^.!?\\n]{0,60}?"
              + "\\b(xml|yaml|csv|html|haiku|poem)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DENIAL =
      Pattern.compile("\\b(?:no|not|never|without|don't)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern FIELD = Pattern.compile("\\b(?:alt_text|ocr_text)\\b");

  private FormatWish() {}

  /** The format to answer in instead of what the schema says. */
  static Optional<String> obeyed(GenerateRequest request) {
    Optional<String> slipped = wish(request.instruction());
    return slipped.isPresent() || !isMixed(request) ? slipped : wish(request.text());
  }

  private static boolean isMixed(GenerateRequest request) {
    String instruction = request.instruction().strip();
    return instruction.isEmpty()
        || request.text().contains(instruction)
        || FIELD.matcher(request.text()).find();
  }

  private static Optional<String> wish(String text) {
    Matcher found = WISH.matcher(text);
    while (found.find()) {
      if (!DENIAL.matcher(sentenceUntil(text, found.end())).find()) {
        return Optional.of(found.group(1).toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  private static String sentenceUntil(String text, int end) {
    int start = end;
    while (start > 0 && ".!?\n".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return text.substring(start, end);
  }
}
