package dev.depict.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.TaskQueue.Recovered;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskId;
import dev.depict.testkit.fixture.NewTaskBuilder;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.time.SettableClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the contracts of the storage ports share: a new store for each test, and the check of the
 * whole history of events, of the books and of everything that is stored, after it.
 */
public abstract class StoreContract {
  final SettableClock clock = new SettableClock();
  private final List<Store> opened = new ArrayList<>();
  private Store store;

  protected StoreContract() {}

  /** Opens a store on new, empty data of its own, each time it is called. */
  protected abstract Store open(StoreSetting setting);

  @BeforeEach
  void open_an_empty_store() {
    store = openAnother(StoreSetting.at(clock));
  }

  @AfterEach
  void check_the_history_and_close() {
    try {
      EventHistory.assertSound(store);
      Balance.assertEven(store);
      assertThat(store.audit().run().faults()).isEmpty();
    } finally {
      opened.forEach(Store::close);
    }
  }

  Store store() {
    return store;
  }

  /** Opens a store beside the one of the test. */
  final Store openAnother(StoreSetting setting) {
    Store another = open(setting);
    opened.add(another);
    another.queue().recover();
    return another;
  }

  /** Lets the process die and a new one take over the data. */
  Recovered crashAndRecover() {
    crash();
    return store.queue().recover();
  }

  void crash() {
    opened.remove(store);
    store = store.reopen();
    opened.add(store);
  }

  List<Ingested> ingestAll(NewTaskBuilder... tasks) {
    return store.tasks().ingest(Arrays.stream(tasks).map(NewTaskBuilder::build).toList());
  }

  Ingested ingestOne(NewTaskBuilder task) {
    return ingestAll(task).getFirst();
  }

  /** Stores a task that nothing keeps from being stored. */
  Task ingest(NewTaskBuilder task) {
    return created(ingestOne(task));
  }

  /** Stores the task that is about the picture of this source. */
  Task ingest(String source) {
    return ingest(TaskFixtures.newTask(source));
  }

  static Task created(Ingested ingested) {
    assertThat(ingested).isInstanceOf(Ingested.Created.class);
    return ((Ingested.Created) ingested).task();
  }

  Task now(Task task) {
    return store.tasks().find(task.id()).orElseThrow();
  }

  /** Claims a task that is ready. */
  Lease claim(Task task) {
    List<Claim> claims = store.queue().claim(List.of(task.id()));
    assertThat(claims).as("claims of %s", task.id()).hasSize(1);
    return claims.getFirst().lease();
  }

  boolean claimable(Task task) {
    return heads().contains(task.id());
  }

  /** Ends an attempt: with an answer, whose call was sent now, or without a call. */
  boolean end(Lease lease, AttemptEnd end) {
    return end(lease, end, TaskFixtures.expense(end, clock.instant()));
  }

  boolean end(Lease lease, AttemptEnd end, Expense expense) {
    return store.queue().end(lease, end, expense);
  }

  /** Claims a task and ends it with an answer of these words. */
  AttemptEnd.Answered answer(Task task, String altText) {
    AttemptEnd.Answered end = TaskFixtures.answered(altText);
    assertThat(end(claim(task), end)).isTrue();
    return end;
  }

  /** The ready tasks of the usual key, best first. */
  List<TaskId> heads() {
    return store.queue().heads(TaskFixtures.KEY, 1000).stream().map(Task::id).toList();
  }

  List<TaskEvent> events() {
    return EventHistory.readAll(store.events());
  }

  /** What happened to a task. */
  List<EventType> story(Task task) {
    return events().stream()
        .filter(event -> event.taskId().equals(task.id()))
        .map(TaskEvent::type)
        .toList();
  }
}
