package dev.depict.testkit.property;

import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.Lease;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A call as the model sees it. */
final class Tried {
  /** What was set aside for each call. */
  static final MicroDollars RESERVED = new MicroDollars(700);

  /** What is known of it. */
  enum Known {
    UNDER_WAY,
    NOTHING_SENT,
    BILLED,
    ANSWERED,
    LOST
  }

  final Lease lease;
  final Instant started;
  final Question question;
  Job owner;
  Known known = Known.UNDER_WAY;
  Optional<Instant> sent = Optional.empty();
  private boolean forgotten;

  Tried(Lease lease, Instant started, Job owner) {
    this.lease = lease;
    this.started = started;
    this.question = owner.question;
    this.owner = owner;
  }

  /** Whether an end can still tell what became of it. */
  boolean open() {
    return !forgotten && (known == Known.UNDER_WAY || known == Known.LOST);
  }

  /** Nobody is asked to know this call any more: it was lost, and is not its task's any more. */
  void forget() {
    forgotten = true;
  }

  LocalDate day() {
    return PacificDay.of(sent.orElse(started));
  }

  /** What the books say of it. */
  Optional<DayUsage> booked() {
    return switch (known) {
      case UNDER_WAY, NOTHING_SENT -> Optional.empty();
      case BILLED -> Optional.of(new DayUsage(1, 0, Usage.NONE, MicroDollars.ZERO));
      case ANSWERED -> Optional.of(new DayUsage(1, 0, TaskFixtures.USAGE, TaskFixtures.COST));
      case LOST -> Optional.of(new DayUsage(1, 1, Usage.NONE, RESERVED));
    };
  }
}
