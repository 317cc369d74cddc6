package dev.depict.domain.error;

/** The bytes are no picture that Depict can take. */
public final class MediaRejected extends CallerMistake {
  /** Why a picture is rejected. */
  public enum Reason {
    /** Not a known picture format. */
    UNSUPPORTED,
    /** A known format, but damaged or cut off. */
    UNREADABLE,
    /** More bytes, pixels or a longer side than allowed. */
    TOO_LARGE
  }

  private final Reason reason;

  public MediaRejected(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
