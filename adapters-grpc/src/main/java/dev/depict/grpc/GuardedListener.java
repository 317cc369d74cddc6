package dev.depict.grpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.ServerCall;
import java.util.function.Consumer;

/** Hands whatever a handler throws to the one who ends the call. */
final class GuardedListener<Q> extends SimpleForwardingServerCallListener<Q> {
  private final Consumer<Throwable> failed;

  GuardedListener(ServerCall.Listener<Q> listener, Consumer<Throwable> failed) {
    super(listener);
    this.failed = failed;
  }

  @Override
  public void onMessage(Q message) {
    guard(() -> super.onMessage(message));
  }

  @Override
  public void onHalfClose() {
    guard(super::onHalfClose);
  }

  @Override
  public void onReady() {
    guard(super::onReady);
  }

  @Override
  public void onCancel() {
    guard(super::onCancel);
  }

  private void guard(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException | Error thrown) {
      failed.accept(thrown);
    }
  }
}
