package dev.depict.grpc;

import dev.depict.application.port.out.Timer;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All calls under way, so that they can be limited. One look at intervals finds those that stand.
 */
final class OpenCalls extends ServerStreamTracer.Factory {
  private final Limits limits;
  private final Timer timer;
  private final Set<OpenCall> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicBoolean looking = new AtomicBoolean();

  OpenCalls(Limits limits, Timer timer) {
    this.limits = limits;
    this.timer = timer;
  }

  @Override
  public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
    var call = new OpenCall(this);
    open.add(call);
    lookLater();
    return call;
  }

  Limits limits() {
    return limits;
  }

  /** Whether more are open than may be. */
  boolean areTooMany() {
    return open.size() > limits.calls();
  }

  /** Whether more bytes are in flight than may be. */
  boolean isTooMuch() {
    return bytes.get() > limits.bytesInFlight();
  }

  void hold(long more) {
    bytes.addAndGet(more);
  }

  void closed(OpenCall call) {
    open.remove(call);
  }

  private void lookLater() {
    if (limits.patience().stall().isPositive() && looking.compareAndSet(false, true)) {
      var _ = timer.after(limits.patience().stall(), this::look);
    }
  }

  private void look() {
    looking.set(false);
    open.forEach(OpenCall::inspect);
    if (!open.isEmpty()) {
      lookLater();
    }
  }
}
