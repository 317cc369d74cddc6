package dev.depict.sqlite;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.expense;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Audit;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.TaskChange;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.change.ChangeTasks;
import dev.depict.sqlite.change.ClaimTasks;
import dev.depict.sqlite.change.EndAttempt;
import dev.depict.sqlite.change.Entry;
import dev.depict.sqlite.change.Ingest;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.change.PruneEvents;
import dev.depict.sqlite.change.Recover;
import dev.depict.sqlite.change.RemoveMedia;
import dev.depict.sqlite.change.RemoveTasks;
import dev.depict.sqlite.change.Retry;
import dev.depict.sqlite.change.Snapshot;
import dev.depict.sqlite.error.StorageException;
import dev.depict.sqlite.media.MediaFiles;
import dev.depict.sqlite.writer.Work;
import dev.depict.testkit.fixture.NewTaskBuilder;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lets each kind of command fail at each of its statements, in each way. */
class FaultSweepTest {
  private static final int BUSY = 5;
  private static final int IOERR = 10;
  private static final int FULL = 13;
  private static final int CONSTRAINT = 19;
  private static final Retry.Limits LIMITS = new Retry.Limits(100, _ -> true);

  /**
   * @param lost whether SQLite gives the transaction up by itself
   */
  record Fault(int code, boolean lost) {}

  /** A command to be tried on the tasks of a store. */
  record Command(String name, Function<FaultSweepTest, Work<Ledger, ?>> work) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> commands() {
    return Stream.of(
            new Command("ingest", test -> ingest(false, test.running)),
            new Command("ingest all or none", test -> ingest(true, test.running)),
            new Command("claim", test -> new ClaimTasks(List.of(test.ready, test.other))),
            new Command("answer", test -> test.end(answered("a cat"))),
            new Command("failure", test -> test.end(failed(FailureClass.BLOCKED))),
            new Command("delay", test -> test.end(retryAt(test.clock.instant().plusSeconds(9)))),
            new Command("cancel", test -> test.change(TaskChange.CANCEL, test.running, test.ready)),
            new Command("retry", test -> test.change(TaskChange.RETRY, test.ended)),
            new Command("delete", test -> test.change(TaskChange.DELETE, test.ended, test.ready)),
            new Command("recover", test -> new Recover(List.of(test.ready))),
            new Command(
                "remove tasks",
                test -> new RemoveTasks(List.of(1L, 2L, 3L, 4L, 5L), test.clock.instant())),
            new Command(
                "remove pictures",
                test -> new RemoveMedia(List.of(test.unusedMedia), test.clock.instant())),
            new Command("prune", test -> new PruneEvents(Duration.ZERO)))
        .flatMap(command ->
            Stream.of(
                    new Fault(CONSTRAINT, false),
                    new Fault(BUSY, false),
                    new Fault(IOERR, true),
                    new Fault(FULL, false))
                .map(fault -> Arguments.of(command, fault)));
  }

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final AtomicReference<FaultySql> faulty = new AtomicReference<>();
  private Opened opened;
  private TaskId ended;
  private TaskId running;
  private TaskId ready;
  private TaskId other;
  private Lease lease;
  private long unusedMedia;

  @BeforeEach
  void open() {
    opened = start();
    ended = ingest("ended");
    end(claim(ended), failed(FailureClass.BLOCKED));
    running = ingest("running");
    lease = claim(running);
    ingest("running");
    ready = ingest("ready");
    other = ingest("other");
    TaskId unused = ingest("unused");
    opened.writer().submit(change(TaskChange.DELETE, unused));
    unusedMedia = 5;
    clock.advance(Duration.ofHours(2));
    ingest("later");
  }

  private Opened start() {
    var settings = new SqliteSettings(100, 64 << 10, "OFF", 64 << 20, 2, Duration.ofDays(7));
    return Opened.open(
        folder.resolve("depict.db"),
        settings,
        clock,
        "node-1",
        new SequentialIds(),
        sql -> {
          faulty.set(new FaultySql(sql));
          return faulty.get();
        });
  }

  @AfterEach
  void close() {
    opened.close();
  }

  private TaskId ingest(String source) {
    Entry entry = Entry.of(newTask(source).build(), true);
    Ingested ingested = opened.writer().submit(new Ingest(List.of(entry), 100, false)).getFirst();
    return ((Ingested.Created) ingested).task().id();
  }

  private Lease claim(TaskId task) {
    return opened.writer().submit(new ClaimTasks(List.of(task))).getFirst().lease();
  }

  private void end(Lease held, AttemptEnd end) {
    opened.writer().submit(new EndAttempt(held, end, expense(end, clock.instant())));
  }

  private static Ingest ingest(boolean atomic, TaskId superseded) {
    List<Entry> entries =
        Stream.of(
                newTask("new").labelled("x").withRequestId("r-1"),
                newTask("running").in(Lane.INTERACTIVE),
                newTask("other").superseding(superseded).by("somebody else"))
            .map(NewTaskBuilder::build)
            .map(task -> Entry.of(task, true))
            .toList();
    return new Ingest(entries, 100, atomic);
  }

  private EndAttempt end(AttemptEnd end) {
    return new EndAttempt(lease, end, expense(end, clock.instant()));
  }

  private ChangeTasks change(TaskChange change, TaskId... tasks) {
    return new ChangeTasks(change, Arrays.asList(tasks), LIMITS);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void nothing_is_half_done_wherever_a_command_fails(Command command, Fault fault) {
    if (command.name().equals("recover")) {
      opened.close();
      opened = start();
    }
    Work<Ledger, ?> work = command.work().apply(this);
    int position = 0;
    while (!succeeds(work, fault, position)) {
      position++;
    }
    assertThat(position).isPositive();
    assertThat(faults()).isEmpty();
    opened.close();
    opened = start();
    assertThat(faults()).isEmpty();
  }

  private List<Audit.Fault> faults() {
    var files = new MediaFiles(folder.resolve("media"));
    return new SqliteAudit(opened.readers(), opened.ledger(), files).run().faults();
  }

  /** Whether the command was done, because the fault came too late for it. */
  private <R> boolean succeeds(Work<Ledger, R> work, Fault fault, int position) {
    Snapshot before = opened.ledger().snapshot();
    try {
      opened
          .writer()
          .submit(ledger -> {
            faulty.get().failAfter(position, fault.code(), fault.lost());
            return work.run(ledger);
          });
    } catch (StorageException refused) {
      assertThat(opened.ledger().snapshot()).as("position %s", position).isEqualTo(before);
      assertThat(faults()).as("position %s", position).isEmpty();
      return false;
    }
    assertThat(faulty.get().disarm()).isTrue();
    return true;
  }
}
