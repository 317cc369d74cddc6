package dev.depict.media.offline;

import java.lang.Character.UnicodeScript;

/** Which alphabets a text is written in. */
final class Scripts {
  private Scripts() {}

  /** Whether letters of more than one alphabet stand in it. */
  static boolean mixed(String text) {
    return text.codePoints()
            .filter(Character::isLetter)
            .mapToObj(UnicodeScript::of)
            .distinct()
            .count()
        > 1;
  }
}
