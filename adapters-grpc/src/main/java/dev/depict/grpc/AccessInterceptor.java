package dev.depict.grpc;

import dev.depict.grpc.access.Caller;
import dev.depict.grpc.access.Scope;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Map;
import java.util.Optional;

/** Lets a call in when its caller has shown that he may make it. */
final class AccessInterceptor implements ServerInterceptor {
  private final Doorkeeper doorkeeper;

  AccessInterceptor(Doorkeeper doorkeeper) {
    this.doorkeeper = doorkeeper;
  }

  /**
   * @throws Refusal when the caller may not
   */
  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    Optional<Scope> needed = CallRules.scope(call.getMethodDescriptor());
    if (needed.isEmpty()) {
      return next.startCall(call, headers);
    }
    Caller caller = doorkeeper.caller(call.getAttributes(), headers);
    if (!caller.scope().covers(needed.get())) {
      throw new Refusal(
          Reason.SCOPE_MISSING,
          "'%s' may %s; this call needs a token that may %s"
              .formatted(caller.name(), caller.scope().word(), needed.get().word()),
          Map.of("scope", needed.get().word()));
    }
    return Contexts.interceptCall(Principal.named(caller.name()), call, headers, next);
  }
}
