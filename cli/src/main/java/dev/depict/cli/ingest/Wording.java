package dev.depict.cli.ingest;

import dev.depict.cli.text.Amounts;
import dev.depict.cli.text.Labels;
import dev.depict.proto.v1.Failure;
import dev.depict.proto.v1.Rejection;
import dev.depict.proto.v1.Task;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences of an ingest run. */
final class Wording {
  private Wording() {}

  /** What to say at once about a picture that has no words. */
  static Optional<String> complaint(Result result) {
    return switch (result) {
      case Result.Refused refused ->
          Optional.of(refused.file() + ": " + refused.problem().message());
      case Result.Told told -> complaint(told.task()).map(what -> told.file() + ": " + what);
    };
  }

  /** The fields of a request under the names they have on the command line. */
  static String ofOptions(String message) {
    return message
        .replaceAll("\\buser_prompt\\b", "--prompt")
        .replaceAll("\\bcontext_text\\b", "--context")
        .replaceAll("\\blabels\\[\\d+]", "--label")
        .replaceAll("\\b(language|model|lane): ", "--$1: ");
  }

  /** Why a server would refuse a picture. */
  static String rejection(Rejection rejection) {
    return rejection.getFieldViolationsCount() == 0
        ? rejection.getMessage()
        : rejection.getFieldViolationsList().stream()
            .map(faulty -> bare(faulty.getField()) + ": " + faulty.getDescription())
            .map(Wording::ofOptions)
            .collect(Collectors.joining("; "));
  }

  /** The entry is named by its file. */
  private static String bare(String field) {
    return field.replaceFirst("^requests\\[\\d+]\\.", "");
  }

  /** How to go on when pictures are left, for {@code why}. */
  static String left(Standing standing, String why, boolean inProcess) {
    return why + remainder(standing, inProcess);
  }

  /** How to go on after Ctrl-C. */
  static String interrupted(Standing standing, boolean inProcess) {
    return "stopped with %d of %s done"
            .formatted(standing.done(), Amounts.of(standing.total(), "picture"))
        + remainder(standing, inProcess);
  }

  private static String remainder(Standing standing, boolean inProcess) {
    var text = new StringBuilder();
    if (standing.stored() > 0) {
      text.append(". ").append(waiting(standing)).append(" in the queue: ").append(goOn(inProcess));
    }
    if (standing.unsent() > 0) {
      text.append(". ").append(Amounts.of(standing.unsent(), "picture"));
      text.append(" not sent: run the same command again; what is known costs nothing");
    }
    return text.toString();
  }

  private static String waiting(Standing standing) {
    return Amounts.of(standing.stored(), "picture") + (standing.stored() == 1 ? " waits" : " wait");
  }

  private static String goOn(boolean inProcess) {
    return inProcess
        ? "`depict watch` goes on with the work, `depict queue` tells how it stands"
        : "the server keeps them, `depict watch` shows how they come along";
  }

  private static Optional<String> complaint(Task task) {
    return switch (task.getStatus()) {
      case TASK_STATUS_FAILED -> Optional.of(failure(task.getFailure()) + next(task));
      case TASK_STATUS_CANCELLED ->
          Optional.of(
              "cancelled meanwhile; `depict task retry " + task.getName() + "` opens it again");
      default -> Optional.empty();
    };
  }

  private static String failure(Failure failure) {
    String what = Labels.of(failure.getFailureClass(), "FAILURE_CLASS_");
    return failure.getProviderMessage().isEmpty()
        ? what + " " + failure.getCode()
        : what + ": " + failure.getProviderMessage();
  }

  private static String next(Task task) {
    return switch (task.getFailure().getNextStep()) {
      case NEXT_STEP_CHANGE_REQUEST -> "; send another picture, prompt or model";
      case NEXT_STEP_RETRY_TASK -> "; `depict task retry " + task.getName() + "` tries again";
      default -> "";
    };
  }
}
