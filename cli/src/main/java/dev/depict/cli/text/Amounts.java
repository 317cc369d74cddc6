package dev.depict.cli.text;

import java.util.Locale;

/** Numbers with their units. */
public final class Amounts {
  /** Above so many millionths of a US dollar nothing is spent without a yes. */
  public static final long MUCH = 1_000_000;

  private Amounts() {}

  /** Such as {@code 1 picture} or {@code 12 pictures}. */
  public static String of(long count, String thing) {
    return count + " " + (count == 1 ? thing : thing + "s");
  }

  /** Such as {@code 300 bytes}, {@code 2.5 MiB}. */
  public static String bytes(long bytes) {
    if (bytes < 1024) {
      return of(bytes, "byte");
    }
    double kibibytes = bytes / 1024.0;
    return kibibytes < 1024
        ? String.format(Locale.ROOT, "%.1f KiB", kibibytes)
        : String.format(Locale.ROOT, "%.1f MiB", kibibytes / 1024);
  }

  /** Millionths of a US dollar as dollars, with four digits where cents say too little. */
  public static String dollars(long microDollars) {
    return String.format(
        Locale.ROOT, microDollars < 100_000 ? "$%.4f" : "$%.2f", microDollars / 1e6);
  }

  /** Millionths of a US dollar in whole cents, rounded up: no less than the amount. */
  public static String atMost(long microDollars) {
    long cents = Math.ceilDiv(microDollars, 10_000);
    return String.format(Locale.ROOT, "$%d.%02d", cents / 100, cents % 100);
  }
}
