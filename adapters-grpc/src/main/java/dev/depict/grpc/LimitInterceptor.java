package dev.depict.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Keeps each call within what one may take. */
final class LimitInterceptor implements ServerInterceptor {
  private final OpenCalls calls;

  LimitInterceptor(OpenCalls calls) {
    this.calls = calls;
  }

  /**
   * @throws Refusal when too many calls are open
   */
  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (calls.areTooMany() && !CallRules.isHealth(call.getMethodDescriptor())) {
      throw new Refusal(
          Reason.SERVER_BUSY,
          "the server has %d calls open, which is its limit; try again later"
              .formatted(calls.limits().calls()));
    }
    Optional<OpenCall> open = OpenCall.current();
    if (open.isEmpty()) {
      return next.startCall(call, headers);
    }
    Context context = withDeadline(call, open.get());
    return new Watching<>(
        Contexts.interceptCall(context, call, headers, next),
        open.get(),
        call.getMethodDescriptor().getType());
  }

  private Context withDeadline(ServerCall<?, ?> call, OpenCall open) {
    Context context = Context.current();
    if (context.getDeadline() != null || !CallRules.ends(call.getMethodDescriptor())) {
      return context;
    }
    long nanos = calls.limits().patience().deadline().toNanos();
    Deadline deadline = Deadline.after(nanos, TimeUnit.NANOSECONDS);
    open.endsBy(deadline);
    return DefaultDeadline.in(context, deadline);
  }

  /** Tells the call's books what came and what is dealt with. */
  private static final class Watching<Q> extends SimpleForwardingServerCallListener<Q> {
    private final OpenCall open;
    private final boolean piecewise;

    Watching(ServerCall.Listener<Q> listener, OpenCall open, MethodType type) {
      super(listener);
      this.open = open;
      this.piecewise = !type.clientSendsOneMessage();
      if (!piecewise) {
        open.comes();
      }
    }

    @Override
    public void onMessage(Q message) {
      super.onMessage(message);
      if (piecewise) {
        open.dealtWith();
      }
    }

    /** A handler of one message runs in here; as a rule it does not need it afterwards. */
    @Override
    public void onHalfClose() {
      open.came();
      try {
        if (!open.wasRefused()) {
          super.onHalfClose();
        }
      } finally {
        open.handled();
      }
    }
  }
}
