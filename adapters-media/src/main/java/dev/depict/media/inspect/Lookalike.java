package dev.depict.media.inspect;

import java.util.function.Predicate;

/** What bytes look like that are none of the known formats; for the message alone. */
enum Lookalike {
  AVIF("an AVIF picture", Brands::avif),
  FILM("a film", Brands::family),
  BIG_TIFF("a BigTIFF picture", bytes -> bytes.matches(0, "II+\0") || bytes.matches(0, "MM\0+")),
  PDF("a PDF document", bytes -> bytes.matches(0, "%PDF")),
  ARCHIVE("a ZIP archive or an office document", bytes -> bytes.matches(0, "PK\u0003\u0004")),
  ICON("a Windows icon", bytes -> bytes.matches(0, "\0\0\u0001\0")),
  PHOTOSHOP("a Photoshop document", bytes -> bytes.matches(0, "8BPS")),
  JPEG_XL(
      "a JPEG XL picture",
      bytes -> bytes.matches(0, "\u00FF\n") || bytes.matches(4, "JXL \r\n\u0087\n")),
  JPEG_2000("a JPEG 2000 picture", bytes -> bytes.matches(4, "jP  \r\n\u0087\n")),
  SVG("an SVG drawing", bytes -> text(bytes) && head(bytes).contains("<svg")),
  HTML("a web page", bytes -> text(bytes) && head(bytes).contains("<html")),
  TEXT("plain text", Lookalike::text),
  UNKNOWN("no known picture format", bytes -> true);

  private static final int HEAD = 512;

  private final String words;
  private final Predicate<Bytes> sign;

  Lookalike(String words, Predicate<Bytes> sign) {
    this.words = words;
    this.sign = sign;
  }

  static String words(Bytes bytes) {
    for (Lookalike lookalike : values()) {
      if (lookalike.sign.test(bytes)) {
        return lookalike.words;
      }
    }
    return UNKNOWN.words;
  }

  private static String head(Bytes bytes) {
    return bytes.latin1(0, Math.min(HEAD, bytes.length()));
  }

  /** No control characters but white space. */
  private static boolean text(Bytes bytes) {
    return head(bytes).chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
  }
}
