package dev.depict.cli.ingest;

import dev.depict.cli.port.CommandFailed;
import dev.depict.cli.remote.Backoff;
import dev.depict.cli.remote.Refusal;
import dev.depict.cli.remote.Remote;
import dev.depict.cli.remote.StreamSignal;
import dev.depict.cli.text.Waits;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskEventType;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends pictures and gathers their results: one thread that reacts to signals. Nothing is asked for
 * again and again; answers come on the stream of changes.
 */
final class IngestRun implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(200);

  private final Remote remote;
  private final InstantSource clock;
  private final Waits waits;
  private final Screen screen;
  private final Progress progress;
  private final Consumer<Result> results;
  private final Request request;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Ledger ledger;
  private final Sender sender;
  private final Outbox outbox;
  private final Following following;
  private final Standstill standstill;
  private final Optional<Instant> deadline;

  IngestRun(
      Request request, List<Entry> entries, Remote remote, Run run, Consumer<Result> results) {
    this.request = request;
    this.remote = remote;
    this.clock = run.clock();
    this.waits = run.waits();
    this.screen = run.screen();
    this.progress = run.progress();
    this.results = results;
    this.ledger = new Ledger(entries.size());
    this.sender = new Sender(remote, Backoff.PATIENT, signals::add);
    this.outbox = new Outbox(entries, request.question(), sender, ledger, run.random());
    this.following = new Following(remote, Backoff.PATIENT, signals::add);
    this.standstill = new Standstill(remote, clock);
    this.deadline = request.patience().map(clock.instant()::plus);
  }

  Ledger ledger() {
    return ledger;
  }

  /**
   * Works until every entry has its result, or none can be expected.
   *
   * @return why pictures are left without, if any are
   * @throws CommandFailed when the server cannot be reached or is lost
   */
  Optional<String> work() throws InterruptedException {
    if (request.waits()) {
      following.open();
    }
    while (true) {
      while ((!request.waits() || following.positioned()) && outbox.ready()) {
        outbox.sendNext().ifPresent(this::tell);
      }
      if (outbox.isEmpty() && (!request.waits() || ledger.standing().stored() == 0)) {
        return Optional.empty();
      }
      Optional<String> end = request.waits() ? standing() : Optional.empty();
      if (end.isPresent()) {
        return end;
      }
      Optional.ofNullable(signals.poll(TICK.toMillis(), TimeUnit.MILLISECONDS))
          .ifPresent(this::react);
    }
  }

  @Override
  public void close() {
    following.close();
  }

  private Optional<String> standing() {
    standstill
        .look(ledger.waiting(Standstill.SAMPLE), outbox.isEmpty())
        .forEach(task -> ledger.changed(task).ifPresent(this::tell));
    Standing standing = ledger.standing();
    progress.show(standing, standstill.reason().map(waits::shown));
    if (deadline.filter(end -> !clock.instant().isBefore(end)).isPresent() && outbox.isEmpty()) {
      return Optional.of(
          standstill.reason().map(waits::shown).orElse("the time given by --wait is over"));
    }
    boolean stuck = outbox.isEmpty() && standing.running() == 0 && deadline.isEmpty();
    return stuck
        ? standstill
            .needsPerson()
            .flatMap(reason ->
                standstill.reason().map(wait -> waits.shown(wait) + "; " + Waits.remedy(reason)))
        : Optional.empty();
  }

  private void react(Signal signal) {
    switch (signal) {
      case Signal.Stored stored -> {
        outbox.arrived(stored.bytes());
        ledger.stored(stored.index(), stored.task()).ifPresent(this::tell);
      }
      case Signal.Refused refused -> {
        outbox.arrived(refused.bytes());
        refused(refused.index(), refused.why());
      }
      case Signal.Streamed(StreamSignal.Item(WatchTasksResponse response)) -> streamed(response);
      case Signal.Streamed(StreamSignal.Broken broken) -> {}
      case Signal.Streamed(StreamSignal.Lost(Refusal why)) -> following.lost(why);
    }
  }

  /** A server that is gone is told once, and not for each picture. */
  private void refused(int index, Refusal why) {
    if (why.code() == Status.Code.UNAVAILABLE || why.code() == Status.Code.UNAUTHENTICATED) {
      throw why.asFailure();
    }
    ledger.refused(index, why.reason(), Wording.ofOptions(why.message())).ifPresent(this::tell);
  }

  private void streamed(WatchTasksResponse response) {
    if (following.received(response)) {
      sender.reached();
      catchUp();
    }
    if (response.hasEvent()) {
      var event = response.getEvent();
      Optional<Result> result =
          event.getType() == TaskEventType.TASK_EVENT_TYPE_DELETED
              ? ledger.deleted(event.getTask())
              : ledger.changed(event.getTask());
      result.ifPresent(this::tell);
      standstill.moved();
    }
  }

  /** Looks up what may have ended while no stream was there; at the very beginning nothing. */
  private void catchUp() {
    for (Task task : ledger.waiting(Integer.MAX_VALUE)) {
      var lookup = GetTaskRequest.newBuilder().setName(task.getName()).build();
      ledger.changed(remote.task(stub -> stub.getTask(lookup)).getTask()).ifPresent(this::tell);
    }
  }

  private void tell(Result result) {
    Wording.complaint(result).ifPresent(screen::note);
    results.accept(result);
    standstill.moved();
  }
}
