package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads errors as clients do. */
final class Errors {
  private Errors() {}

  /** The status a call ends with. */
  static Status of(ThrowingCallable call) {
    return of(Objects.requireNonNull(catchThrowable(call), "the call ended without an error"));
  }

  static Status of(Throwable thrown) {
    return Objects.requireNonNull(StatusProto.fromThrowable(thrown), "no status: " + thrown);
  }

  /** The one ErrorInfo of a status. */
  static ErrorInfo info(Status status) {
    List<Any> infos =
        status.getDetailsList().stream().filter(detail -> detail.is(ErrorInfo.class)).toList();
    assertThat(infos).as("ErrorInfo of %s", status).hasSize(1);
    ErrorInfo info = unpacked(infos.getFirst(), ErrorInfo.class);
    assertThat(info.getDomain()).isEqualTo("depict");
    return info;
  }

  static String reason(ThrowingCallable call) {
    return info(of(call)).getReason();
  }

  /** The paths of the fields that are faulty. */
  static List<String> fields(Status status) {
    return violations(status).stream().map(BadRequest.FieldViolation::getField).toList();
  }

  static List<BadRequest.FieldViolation> violations(Status status) {
    return status.getDetailsList().stream()
        .filter(detail -> detail.is(BadRequest.class))
        .flatMap(detail -> unpacked(detail, BadRequest.class).getFieldViolationsList().stream())
        .toList();
  }

  private static <T extends com.google.protobuf.Message> T unpacked(Any any, Class<T> type) {
    try {
      return any.unpack(type);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
