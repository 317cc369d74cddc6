package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of errors in the documentation says what the code does. */
class ErrorTableTest {
  private static final Path DOCS = Path.of("..", "docs", "errors.md");
  private static final Path TABLE = Path.of("target", "errors-table.md");

  /** How each is provoked, and what its metadata name. */
  private static final Map<Reason, String[]> PROVOKED = new EnumMap<>(Reason.class);

  static {
    says(Reason.INVALID_REQUEST, "a field that cannot be used; `BadRequest` names all of them", "");
    says(Reason.MESSAGE_MALFORMED, "bytes that are no request of the call", "`method`");
    says(Reason.PAGE_TOKEN_INVALID, "a page token that this server did not give", "");
    says(Reason.MEDIA_UNREADABLE, "a picture that is damaged or cut off", "");
    says(Reason.MEDIA_UNSUPPORTED, "bytes that are no known kind of picture", "");
    says(Reason.MEDIA_TOO_LARGE, "more bytes, pixels or a longer side than allowed", "");
    says(Reason.TASK_NOT_FOUND, "the name of a task that is not, or was deleted", "`task`");
    says(Reason.MEDIA_NOT_FOUND, "the name of a picture that is not stored", "`media`");
    says(Reason.REQUEST_ID_REUSED, "a `request_id` that asked for something else before", "`task`");
    says(Reason.TASK_ALREADY_FINAL, "cancelling a finished task", "`task`, `status`");
    says(
        Reason.TASK_NOT_RETRYABLE,
        "retrying a task that is neither FAILED nor CANCELLED",
        "`task`, `status`");
    says(Reason.TASK_RUNNING, "deleting a task that is being analyzed", "`task`");
    says(Reason.QUESTION_TOO_LARGE, "more input tokens than a whole minute allows", "");
    says(Reason.RESUME_TOKEN_TOO_OLD, "a resume token whose changes are not kept any more", "");
    says(Reason.RESUME_TOKEN_FOREIGN, "a resume token of another database", "");
    says(
        Reason.UPLOAD_STALLED,
        "a request or an upload that stands still on its way (`server.stall-timeout`)",
        "");
    says(
        Reason.DEADLINE_EXCEEDED,
        "a call without a deadline that outlasts `server.default-deadline`",
        "");
    says(Reason.TOKEN_MISSING, "a call without a token, where tokens are asked for", "");
    says(Reason.TOKEN_UNKNOWN, "a token that is not in the file of tokens", "");
    says(Reason.CERTIFICATE_MISSING, "a connection without a certificate that names anybody", "");
    says(Reason.SCOPE_MISSING, "a call that changes something, with a `read` token", "`scope`");
    says(Reason.QUEUE_FULL, "a new task when `queue.max-pending` wait", "`limit`");
    says(
        Reason.SERVER_BUSY,
        "more calls, watches, uploads or bytes in flight than the limits allow",
        "");
    says(Reason.PATH_NOT_ALLOWED, "a `path` outside `media.roots`", "");
    says(Reason.SHUTTING_DOWN, "a call while the server stops", "");
    says(
        Reason.UNIMPLEMENTED, "a call of the contract that this server does not offer", "`method`");
    says(Reason.INTERNAL, "a fault of the server; its log tells more", "`incident`");
  }

  @Test
  void the_documentation_lists_every_error_as_it_is() throws IOException {
    assertThat(PROVOKED).as("what provokes each").containsOnlyKeys(Reason.values());
    String table = table();
    Files.writeString(TABLE, table);

    assertThat(Files.readString(DOCS))
        .as("%s must hold the table that is now in %s", DOCS, TABLE)
        .contains(table);
  }

  private static String table() {
    return "| Reason | Code | Provoked by | Metadata | Try again after |\n|---|---|---|---|---|\n"
        + Arrays.stream(Reason.values()).map(ErrorTableTest::row).collect(Collectors.joining());
  }

  private static String row(Reason reason) {
    String[] said = Objects.requireNonNull(PROVOKED.get(reason));
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            reason,
            reason.code(),
            said[0],
            said[1],
            reason.retryDelay().isZero() ? "" : reason.retryDelay().toSeconds() + " s");
  }

  private static void says(Reason reason, String provoked, String metadata) {
    PROVOKED.put(reason, new String[] {provoked, metadata});
  }
}
