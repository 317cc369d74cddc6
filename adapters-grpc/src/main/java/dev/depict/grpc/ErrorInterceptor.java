package dev.depict.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.StorageFailure;
import dev.depict.domain.error.CallerMistake;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call by what its handler threw or handed over, and by nothing that clients do not know.
 */
final class ErrorInterceptor implements ServerInterceptor {
  private static final System.Logger log = System.getLogger(ErrorInterceptor.class.getName());

  private final IdSource ids;

  ErrorInterceptor(IdSource ids) {
    this.ids = ids;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    var mapped = new MappedCall<>(call);
    OpenCall.current().ifPresent(open -> open.onRefusal(mapped::fail));
    try {
      return new GuardedListener<>(next.startCall(mapped, headers), mapped::fail);
    } catch (RuntimeException | Error refused) {
      mapped.fail(refused);
      return new ServerCall.Listener<>() {};
    }
  }

  private StatusRuntimeException mapped(Throwable error, String method) {
    Fault fault =
        switch (error) {
          case CallerMistake mistake -> Fault.of(mistake);
          case Refusal refusal -> Fault.of(refusal);
          case StatusRuntimeException unread
              when unread.getCause() instanceof InvalidProtocolBufferException ->
              Fault.of(unread(method));
          case StorageFailure failure -> storage(failure, method);
          default -> internal(error, method);
        };
    return StatusProto.toStatusRuntimeException(StatusMapper.status(fault));
  }

  private static Refusal unread(String method) {
    return new Refusal(
        Reason.MESSAGE_MALFORMED,
        "the bytes that came are no request of " + method + "; see the contract",
        Map.of("method", method));
  }

  private static Fault storage(StorageFailure failure, String method) {
    log.log(System.Logger.Level.WARNING, "{0} failed: {1}", method, failure.getMessage());
    return Fault.of(failure);
  }

  private Fault internal(Throwable error, String method) {
    String incident = ids.next().toString();
    log.log(System.Logger.Level.ERROR, method + " failed, incident " + incident, error);
    return Fault.internal(incident);
  }

  /** Gives every end of a call the shape that the contract promises. */
  private final class MappedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final AtomicBoolean closed = new AtomicBoolean();

    MappedCall(ServerCall<Q, R> call) {
      super(call);
    }

    void fail(Throwable error) {
      StatusRuntimeException mapped = mapped(error, getMethodDescriptor().getFullMethodName());
      closeOnce(mapped.getStatus(), mapped.getTrailers());
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (status.getCode() == Status.Code.UNKNOWN && status.getCause() != null) {
        fail(status.getCause());
      } else if (status.getCode() == Status.Code.UNIMPLEMENTED) {
        fail(notOffered());
      } else {
        closeOnce(status, trailers);
      }
    }

    private Refusal notOffered() {
      String method = getMethodDescriptor().getFullMethodName();
      return new Refusal(
          Reason.UNIMPLEMENTED,
          "this server does not offer the call " + method,
          Map.of("method", method));
    }

    private void closeOnce(Status status, @Nullable Metadata trailers) {
      if (closed.compareAndSet(false, true)) {
        super.close(status, trailers == null ? new Metadata() : trailers);
      }
    }
  }
}
