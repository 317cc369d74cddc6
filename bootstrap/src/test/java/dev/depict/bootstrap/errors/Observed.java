package dev.depict.bootstrap.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a client saw of an error. */
record Observed(Provocation provocation, Status status) {
  static Observed of(Provocation provocation) {
    Throwable thrown = catchThrowable(provocation.call()::run);
    assertThat(thrown).as("the end of: %s", provocation.how()).isNotNull();
    Status status = StatusProto.fromThrowable(thrown);
    return new Observed(
        provocation,
        Objects.requireNonNull(
            status, () -> provocation.how() + " ended without google.rpc.Status: " + thrown));
  }

  /** The rules that hold for every error. */
  void check() {
    assertThat(details(ErrorInfo.class)).as("ErrorInfo of %s", status).hasSize(1);
    ErrorInfo info = details(ErrorInfo.class).getFirst();
    assertThat(info.getDomain()).isEqualTo("depict");
    assertThat(info.getReason()).as(provocation.how()).isEqualTo(provocation.reason());
    assertThat(status.getMessage())
        .isNotBlank()
        .doesNotContain("Exception", "\tat ", "null")
        .hasSizeLessThanOrEqualTo(400);
    assertThat(details(RetryInfo.class)).hasSizeLessThanOrEqualTo(1);
    assertThat(details(BadRequest.class)).hasSizeLessThanOrEqualTo(1);
  }

  /** As a row of the documentation's table. */
  String row() {
    return "| %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            provocation.reason(),
            code(),
            provocation.meaning(),
            provocation.how(),
            said(),
            details(RetryInfo.class).stream()
                .map(retry -> retry.getRetryDelay().getSeconds() + " s")
                .collect(Collectors.joining()));
  }

  private Code code() {
    return io.grpc.Status.fromCodeValue(status.getCode()).getCode();
  }

  /** The names of the metadata, and the fields that are faulty. */
  private String said() {
    String metadata =
        new TreeSet<>(details(ErrorInfo.class).getFirst().getMetadataMap().keySet())
            .stream().map(Observed::quoted).collect(Collectors.joining(", "));
    String fields =
        details(BadRequest.class).stream()
            .flatMap(faulty -> faulty.getFieldViolationsList().stream())
            .map(violation -> quoted(violation.getField()))
            .collect(Collectors.joining(", "));
    return fields.isEmpty() ? metadata : metadata + "`BadRequest`: " + fields;
  }

  private static String quoted(String word) {
    return "`" + word + "`";
  }

  private <T extends Message> List<T> details(Class<T> type) {
    return status.getDetailsList().stream()
        .filter(detail -> detail.is(type))
        .map(detail -> unpacked(detail, type))
        .toList();
  }

  private static <T extends Message> T unpacked(Any detail, Class<T> type) {
    try {
      return detail.unpack(type);
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
