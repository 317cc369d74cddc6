package dev.depict.cli.text;

import dev.depict.proto.v1.WaitReason;
import dev.depict.proto.v1.WaitState;

/**
 * What work waits for, in words.
 *
 * @param times shows until when
 */
public record Waits(Times times) {
  /** How a server gets a key. */
  public static final String GIVE_KEY =
      "set GEMINI_API_KEY, or gemini.api-key-file (--gemini-api-key-file);"
          + " a free key is at https://aistudio.google.com/apikey";

  /** Such as {@code the requests of the minute are spent, until 10:32:05}. */
  public String shown(WaitState wait) {
    String reason = reason(wait.getReason());
    return wait.hasUntilTime() ? reason + untilWord(wait) : reason;
  }

  /** Whether nothing but a person ends the wait. A probe does not make a refused key valid. */
  public static boolean needsPerson(WaitReason reason) {
    return switch (reason) {
      case WAIT_REASON_PAUSED, WAIT_REASON_NO_ANALYZER, WAIT_REASON_CREDENTIAL, WAIT_REASON_MODEL ->
          true;
      default -> false;
    };
  }

  /** What a person does about it. */
  public static String remedy(WaitReason reason) {
    return switch (reason) {
      case WAIT_REASON_PAUSED -> "resume it with `depict queue resume`";
      case WAIT_REASON_NO_ANALYZER ->
          GIVE_KEY + "; or ask for the model 'offline', which needs none";
      case WAIT_REASON_CREDENTIAL ->
          "correct it (key file or restart), it is tried again by itself and at once by"
              + " `depict queue resume`";
      case WAIT_REASON_MODEL -> "choose another model (--model, or gemini.model)";
      default -> "see `depict queue`";
    };
  }

  private String untilWord(WaitState wait) {
    String until = times.shown(wait.getUntilTime());
    return switch (wait.getReason()) {
      case WAIT_REASON_CREDENTIAL, WAIT_REASON_MODEL, WAIT_REASON_PROVIDER_DOWN ->
          ", tried again at " + until;
      case WAIT_REASON_BACKLOG -> ", about until " + until;
      default -> ", until " + until;
    };
  }

  private static String reason(WaitReason reason) {
    return switch (reason) {
      case WAIT_REASON_RETRY -> "an attempt failed and is repeated";
      case WAIT_REASON_DUPLICATE -> "another task asks the same";
      case WAIT_REASON_PAUSED -> "the queue is paused";
      case WAIT_REASON_NO_ANALYZER -> "there is no analyzer, or no key for it";
      case WAIT_REASON_CREDENTIAL -> "the provider refuses the key";
      case WAIT_REASON_MODEL -> "the provider does not have the model";
      case WAIT_REASON_PROVIDER_DOWN -> "the provider is out of order";
      case WAIT_REASON_BUDGET -> "the budget of the day is spent";
      case WAIT_REASON_QUOTA_DAY -> "the requests of the day are spent";
      case WAIT_REASON_QUOTA -> "the quota of the minute is spent";
      case WAIT_REASON_BACKLOG -> "other tasks go first";
      case WAIT_REASON_UNSPECIFIED, UNRECOGNIZED -> "a reason this program does not know";
    };
  }
}
