package dev.depict.testkit.property;

import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What there has to be in a store. Knows no index, no table and no lock: lists, looked through. */
final class Model {
  /** So many may wait. */
  static final int MAX_PENDING = 9;

  private final InstantSource clock;

  /** In the order they came. */
  final List<Job> jobs = new ArrayList<>();

  final List<Tried> calls = new ArrayList<>();
  final Map<Question, Job> leaders = new HashMap<>();
  final Map<Question, AnswerId> answers = new HashMap<>();

  /** What has happened since it was last asked for. */
  private final List<Moved> moves = new ArrayList<>();

  boolean paused;

  Model(InstantSource clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  List<Moved> takeMoves() {
    List<Moved> taken = List.copyOf(moves);
    moves.clear();
    return taken;
  }

  Optional<Job> find(TaskId id) {
    return jobs.stream().filter(job -> job.id.equals(id)).findFirst();
  }

  boolean leads(Job job) {
    return leaders.get(job.question) == job;
  }

  Stream<Job> with(TaskStatus status) {
    return jobs.stream().filter(job -> job.is(status));
  }

  boolean full() {
    return with(TaskStatus.PENDING).count() >= MAX_PENDING;
  }

  List<Job> twins(Job leader) {
    return jobs.stream()
        .filter(job -> job.live() && job != leader && job.question.equals(leader.question))
        .toList();
  }

  boolean ready(Job job) {
    return job.is(TaskStatus.PENDING) && leads(job) && job.due.isEmpty();
  }

  /** What can be claimed of a key, best first. */
  List<Job> heads(QuotaKey key) {
    return jobs.stream()
        .filter(job -> ready(job) && job.question.key().equals(key))
        .sorted(Comparator.comparing((Job job) -> job.lane).thenComparing(job -> job.failures > 0))
        .toList();
  }

  void created(Job job) {
    jobs.add(job);
    moves.add(new Moved(job.id, EventType.CREATED, Optional.empty(), Optional.of(job.status)));
  }

  void move(Job job, EventType type, TaskStatus to) {
    moves.add(new Moved(job.id, type, Optional.of(job.status), Optional.of(to)));
    job.status = to;
    job.ended = now();
  }

  void removed(Job job) {
    moves.add(new Moved(job.id, EventType.DELETED, Optional.of(job.status), Optional.empty()));
    jobs.remove(job);
  }

  /** The end of a leader and its twins. */
  List<Job> end(Job leader, EventType type, TaskStatus to) {
    List<Job> all = new ArrayList<>(twins(leader));
    all.addFirst(leader);
    leaders.remove(leader.question);
    for (Job job : all) {
      move(job, type, to);
      job.running = Optional.empty();
      job.due = Optional.empty();
    }
    return all;
  }

  /** Has a job lead, or wait for the one that does, which then is as urgent at least. */
  void join(Job job) {
    leaders.putIfAbsent(job.question, job);
  }

  void raiseLane(Job job) {
    Job leader = leaders.getOrDefault(job.question, job);
    Lane lane = leader.lane.mostUrgent(job.lane);
    if (job.live() && lane != leader.lane) {
      leader.lane = lane;
      if (leader.is(TaskStatus.PENDING)) {
        move(leader, EventType.LANE_RAISED, TaskStatus.PENDING);
      }
    }
  }
}
