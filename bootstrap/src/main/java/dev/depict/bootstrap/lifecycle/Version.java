package dev.depict.bootstrap;

/** The version of this program. */
public final class Version {
  private Version() {}

  /** As in the build, such as {@code 0.1.0}. */
  public static String text() {
    return Version.class.getModule().getDescriptor().rawVersion().orElse("development");
  }
}
