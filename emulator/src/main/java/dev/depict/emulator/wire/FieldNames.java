package dev.depict.emulator.wire;

import java.util.Locale;
import java.util.regex.Pattern;

/** Both spellings of protobuf's field names. */
final class FieldNames {
  private static final Pattern AFTER_UNDERSCORE = Pattern.compile("(?<=.)_([a-z0-9])");
  private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

  private FieldNames() {}

  static String camel(String name) {
    return AFTER_UNDERSCORE
        .matcher(name)
        .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }

  static String snake(String name) {
    return CAPITAL.matcher(name).replaceAll(found -> "_" + found.group(1).toLowerCase(Locale.ROOT));
  }
}
