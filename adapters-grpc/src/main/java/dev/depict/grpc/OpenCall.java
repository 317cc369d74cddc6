package dev.depict.grpc;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call under way: what it holds of the bytes in flight, and whether it gets on. Bytes count
 * from the moment they are taken from the connection, which is before their message is whole.
 */
final class OpenCall extends ServerStreamTracer {
  /**
   * A request that is on its way brings as much while one look lasts; a slower one stands still.
   */
  private static final long LEAST_PROGRESS = 64 * 1024;

  private static final Context.Key<OpenCall> KEY = Context.key("open-call");

  private final OpenCalls all;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicBoolean refused = new AtomicBoolean();
  private volatile Consumer<Refusal> end = refusal -> {};
  private volatile @Nullable Deadline deadline;
  private volatile boolean coming;
  private volatile boolean kept;
  private long progress = LEAST_PROGRESS;
  private long wire;
  private long plain;
  private long held;

  OpenCall(OpenCalls all) {
    this.all = all;
  }

  /** The one that the current thread works for. */
  static Optional<OpenCall> current() {
    return Optional.ofNullable(KEY.get());
  }

  @Override
  public Context filterContext(Context context) {
    return context.withValue(KEY, this);
  }

  /** Says how to end it. */
  void onRefusal(Consumer<Refusal> ending) {
    end = ending;
  }

  /** Its request must come in without standing still. */
  void comes() {
    coming = true;
  }

  /** Its request is there. */
  void came() {
    coming = false;
  }

  /** It must end by then. */
  void endsBy(Deadline given) {
    deadline = given;
  }

  /** Whether it was ended for what it took: then nothing may be done for it any more. */
  boolean wasRefused() {
    return refused.get();
  }

  /** What came is held on to until it is {@link #dealtWith}, also when the call is over before. */
  void keep() {
    kept = true;
  }

  /** Nobody looks at what came any more, unless it is kept. */
  void handled() {
    if (!kept) {
      dealtWith();
    }
  }

  /** What came so far is dealt with, and holds no memory any more. */
  synchronized void dealtWith() {
    wire = 0;
    plain = 0;
    count();
  }

  @Override
  public void inboundWireSize(long bytes) {
    boolean tooLarge;
    synchronized (this) {
      progress += bytes;
      wire += bytes;
      tooLarge = wire > all.limits().messageBytes();
      count();
    }
    if (tooLarge) {
      refuse(Refusal.messageTooLarge(all.limits().messageBytes()));
    } else {
      refuseIfTooMuch();
    }
  }

  /** The same bytes once more, or more of them when they came compressed. */
  @Override
  public void inboundUncompressedSize(long bytes) {
    synchronized (this) {
      plain += bytes;
      count();
    }
    refuseIfTooMuch();
  }

  @Override
  public void streamClosed(Status status) {
    over.set(true);
    handled();
    all.closed(this);
  }

  /** Ends it when it does not get on. Called at intervals. */
  void inspect() {
    Deadline due = deadline;
    if (coming && isStanding()) {
      refuse(
          new Refusal(
              Reason.UPLOAD_STALLED,
              "the request stood still on its way for %d s; send it again"
                  .formatted(all.limits().patience().stall().toSeconds())));
    } else if (due != null && due.isExpired()) {
      refuse(
          new Refusal(
              Reason.DEADLINE_EXCEEDED,
              "the call brought no deadline and took longer than server.default-deadline"));
    }
  }

  /** Whether hardly anything came since the last look. */
  private synchronized boolean isStanding() {
    boolean standing = progress < LEAST_PROGRESS;
    progress = 0;
    return standing;
  }

  private synchronized void count() {
    long now = over.get() && !kept ? 0 : Math.max(wire, plain);
    all.hold(now - held);
    held = now;
  }

  private void refuseIfTooMuch() {
    if (all.isTooMuch()) {
      refuse(
          new Refusal(
              Reason.SERVER_BUSY,
              "requests of %d bytes in all are on their way, which is the limit; try again later"
                  .formatted(all.limits().bytesInFlight())));
    }
  }

  private void refuse(Refusal why) {
    if (refused.compareAndSet(false, true)) {
      end.accept(why);
    }
  }
}
