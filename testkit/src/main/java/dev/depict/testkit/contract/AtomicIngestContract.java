package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.fixture.NewTaskBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A batch of which all is stored, or nothing. */
public abstract class AtomicIngestContract extends StoreContract {
  protected AtomicIngestContract() {}

  private static List<NewTask> batch(NewTaskBuilder... entries) {
    return Arrays.stream(entries).map(NewTaskBuilder::build).toList();
  }

  private List<Ingested> atomic(NewTaskBuilder... entries) {
    return store().tasks().ingest(batch(entries), true);
  }

  @Test
  void a_batch_without_a_refusal_is_stored_as_any_other() {
    Task known = ingest(newTask("known.png").withRequestId("r-0"));

    List<Ingested> results =
        atomic(
            newTask("a.png").withRequestId("r-1"),
            newTask("a.png"),
            newTask("known.png").withRequestId("r-0"));

    Task leader = created(results.get(0));
    assertThat(created(results.get(1)).progress().leader()).contains(leader.id());
    assertThat(results.get(2)).isEqualTo(new Ingested.Replayed(known));
    assertThat(heads()).containsExactly(known.id(), leader.id());
  }

  @Test
  void one_missing_picture_keeps_all_others_from_being_stored() {
    NewTask other = newTask("a.png").withRequestId("r-1").build();
    NewTask missing = newTask("b.png").withoutContent().build();
    long position = store().events().newest().sequence();

    List<Ingested> results = store().tasks().ingest(List.of(other, missing), true);

    assertThat(results)
        .containsExactly(
            new Ingested.Withheld(), new Ingested.MediaMissing(missing.media().digest()));
    assertThat(store().tasks().list(TaskFilter.ALL, Optional.empty(), 10)).isEmpty();
    assertThat(store().events().newest().sequence()).isEqualTo(position);
    assertThat(store().media().info(other.media().digest())).isEmpty();
    assertThat(store().control().counts().tasks()).isEmpty();
  }

  @Test
  void a_batch_that_was_refused_can_be_sent_again_with_its_request_ids() {
    NewTaskBuilder first = newTask("a.png").withRequestId("r-1");
    NewTaskBuilder second = newTask("b.png").withRequestId("r-2");
    assertThat(atomic(first, second, newTask("c.png").withoutContent()))
        .startsWith(new Ingested.Withheld(), new Ingested.Withheld());

    List<Ingested> again = atomic(first, second);

    assertThat(again).allSatisfy(StoreContract::created);
    assertThat(heads()).hasSize(2);
  }

  @Test
  void a_request_id_that_belongs_to_another_request_withholds_also_what_would_be_replayed() {
    Task first = ingest(newTask("a.png").withRequestId("r-1"));
    ingest(newTask("b.png").withRequestId("r-2"));

    List<Ingested> results =
        atomic(
            newTask("b.png").withRequestId("r-2"),
            newTask("other.png").withRequestId("r-1"),
            newTask("c.png"));

    assertThat(results)
        .containsExactly(
            new Ingested.Withheld(),
            new Ingested.RequestIdTaken("r-1", first.id()),
            new Ingested.Withheld());
    assertThat(heads()).hasSize(2);
  }

  @Test
  void a_request_id_used_for_two_requests_of_one_batch_is_told() {
    NewTask first = newTask("a.png").withRequestId("r-1").build();
    NewTask second = newTask("b.png").withRequestId("r-1").build();

    List<Ingested> results = store().tasks().ingest(List.of(first, second), true);

    assertThat(results)
        .containsExactly(new Ingested.Withheld(), new Ingested.RequestIdTaken("r-1", first.id()));
    assertThat(heads()).isEmpty();
  }

  @Test
  void a_batch_that_does_not_fit_into_the_queue_is_left_out_as_a_whole() {
    Store small = openAnother(new StoreSetting(clock, "node-1", 2));
    List<NewTask> three = batch(newTask("a.png"), newTask("b.png"), newTask("c.png"));

    assertThat(small.tasks().ingest(three, true))
        .containsExactly(new Ingested.Withheld(), new Ingested.Withheld(), new Ingested.Full(2));

    assertThat(small.control().counts().tasks()).isEmpty();
    assertThat(small.tasks().ingest(three.subList(0, 2), true)).allSatisfy(StoreContract::created);
    assertThat(small.tasks().ingest(List.of(newTask("d.png").build()), true))
        .containsExactly(new Ingested.Full(2));
  }

  @Test
  void a_leader_keeps_its_lane_when_its_more_urgent_twin_is_withheld() {
    Task leader = ingest(newTask("a.png").in(Lane.BULK));

    atomic(newTask("a.png").in(Lane.INTERACTIVE), newTask("b.png").withoutContent());

    assertThat(now(leader)).isEqualTo(leader);
    answer(leader, "a cat");
    assertThat(now(leader).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(store().control().counts().callsAvoided()).isZero();
  }

  @Test
  void an_entry_may_name_the_picture_another_one_brings() {
    List<Ingested> results =
        atomic(newTask("a.png"), newTask("a.png").withPrompt("in verse").withoutContent());
    assertThat(results).allSatisfy(StoreContract::created);
    assertThat(heads()).hasSize(2);
  }

  @Test
  void tasks_stored_after_a_refused_batch_are_newer_than_all_before() {
    Task before = ingest("a.png");
    atomic(newTask("b.png"), newTask("c.png").withoutContent());
    Task after = ingest("d.png");
    assertThat(heads()).containsExactly(before.id(), after.id());
  }

  @Test
  void of_batches_that_share_one_request_at_the_same_time_one_is_stored() {
    List<List<Ingested>> results =
        Together.run(
            8,
            number ->
                atomic(
                    newTask("a" + number + ".png"),
                    newTask("b" + number + ".png").withRequestId("r-1")));
    assertThat(results)
        .filteredOn(result -> result.stream().allMatch(Ingested.Created.class::isInstance))
        .hasSize(1);
    assertThat(heads()).hasSize(2);
  }
}
