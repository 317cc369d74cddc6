package dev.depict.cli.text;

import java.util.Locale;

/** Names of the wire's enums as people write them. */
public final class Labels {
  private Labels() {}

  /** {@code TASK_STATUS_PENDING} without {@code TASK_STATUS_} as {@code pending}. */
  public static String of(Enum<?> value, String prefix) {
    String name = value.name();
    String bare = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    return bare.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
