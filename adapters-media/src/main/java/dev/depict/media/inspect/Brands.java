package dev.depict.media.inspect;

import java.util.Set;

/** The brands in the first box of a file of the ISO family: HEIF, AVIF and films begin alike. */
final class Brands {
  private static final Set<String> HEVC =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
  private static final Set<String> AV1 = Set.of("avif", "avis");
  private static final Set<String> ANY_CODEC = Set.of("mif1", "mif2", "msf1");

  private Brands() {}

  static boolean heic(Bytes bytes) {
    return any(bytes, HEVC);
  }

  /** HEIF with another codec than HEVC or AV1, or one not named. */
  static boolean heif(Bytes bytes) {
    return any(bytes, ANY_CODEC) && !heic(bytes) && !avif(bytes);
  }

  static boolean avif(Bytes bytes) {
    return any(bytes, AV1) && !heic(bytes);
  }

  static boolean family(Bytes bytes) {
    return bytes.matches(4, "ftyp");
  }

  /** The major brand stands at byte 8, its version at 12, the compatible brands behind. */
  private static boolean any(Bytes bytes, Set<String> brands) {
    if (!family(bytes) || bytes.length() < 12) {
      return false;
    }
    long end = Math.min(bytes.u32be(0), bytes.length());
    for (long at = 8; at + 4 <= end; at += 4) {
      if (at != 12 && brands.contains(bytes.latin1(at, 4))) {
        return true;
      }
    }
    return false;
  }
}
