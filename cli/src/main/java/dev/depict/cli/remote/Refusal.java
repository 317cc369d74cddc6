package dev.depict.cli.remote;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.depict.cli.port.CommandFailed;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * Why a call failed.
 *
 * @param reason as the contract spells it; the name of the code where the server gave none
 * @param message one line for people
 * @param retryDelay after how long trying again may help
 */
public record Refusal(
    Status.Code code, String reason, String message, Optional<Duration> retryDelay) {

  /**
   * @param target the server, for the message
   */
  public static Refusal of(Throwable thrown, String target) {
    Status status = Status.fromThrowable(thrown);
    List<Any> details =
        Optional.ofNullable(StatusProto.fromThrowable(thrown))
            .map(com.google.rpc.Status::getDetailsList)
            .orElse(List.of());
    Optional<String> reason = detail(details, ErrorInfo.class).map(ErrorInfo::getReason);
    return new Refusal(
        status.getCode(),
        reason.orElse(status.getCode().name()),
        detail(details, BadRequest.class)
            .filter(faulty -> faulty.getFieldViolationsCount() > 0)
            .map(Refusal::violations)
            .orElseGet(() -> reason.map(r -> said(status)).orElseGet(() -> told(status, target))),
        detail(details, RetryInfo.class)
            .map(RetryInfo::getRetryDelay)
            .map(delay -> Duration.ofSeconds(delay.getSeconds(), delay.getNanos())));
  }

  /** The failure of the whole command. */
  public CommandFailed asFailure() {
    return CommandFailed.failure(message);
  }

  /** Whether the same call, which changes something, is worth repeating a little later. */
  public boolean isTransient() {
    return retryDelay.isPresent() || code == Status.Code.UNAVAILABLE;
  }

  /** Whether a call that only reads may succeed a little later. */
  public boolean mayPass() {
    return retryDelay.isPresent()
        || switch (code) {
          case UNAVAILABLE, UNKNOWN, INTERNAL, ABORTED, CANCELLED, DEADLINE_EXCEEDED -> true;
          default -> false;
        };
  }

  private static String violations(BadRequest faulty) {
    return faulty.getFieldViolationsList().stream()
        .map(violation -> violation.getField() + ": " + violation.getDescription())
        .collect(Collectors.joining("; "));
  }

  private static String said(Status status) {
    return Optional.ofNullable(status.getDescription())
        .filter(description -> !description.isBlank())
        .orElse(status.getCode().name());
  }

  /** What gRPC itself reports is said in the words of the command line. */
  private static String told(Status status, String target) {
    return switch (status.getCode()) {
      case UNAVAILABLE -> unreached(status, target);
      case UNIMPLEMENTED ->
          "the server at "
              + target
              + " does not know this call; its version differs from this program's";
      case DEADLINE_EXCEEDED ->
          "the server at " + target + " did not answer in time; try again, or see its log";
      default -> "the server at " + target + " says: " + said(status);
    };
  }

  private static String unreached(Status status, String target) {
    for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return "no TLS connection to %s: %s; see --tls-ca".formatted(target, cause.getMessage());
      }
    }
    return "no server answers at " + target + "; start one with `depict serve`";
  }

  private static <T extends Message> Optional<T> detail(List<Any> details, Class<T> type) {
    return details.stream().filter(any -> any.is(type)).findFirst().map(any -> unpacked(any, type));
  }

  private static <T extends Message> T unpacked(Any any, Class<T> type) {
    try {
      return any.unpack(type);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("the server sent a broken " + type.getSimpleName(), e);
    }
  }
}
