package dev.depict.domain.error;

/** The events after the token are gone, or belong to another database. */
public final class ResumeTokenTooOld extends CallerMistake {
  public ResumeTokenTooOld() {
    super(
        "the changes since this resume_token are not kept any more; list the tasks again and watch from there");
  }
}
