package dev.depict.gemini.limit;

import dev.depict.application.port.out.LearnedLimits;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.application.port.out.Ticker;
import dev.depict.application.port.out.UsageBook;
import dev.depict.domain.quota.Demand;
import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.WaitReason;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The limiter of Gemini. What a key sent in the last minute and on this day is read from the book
 * when the key is first used. Reads the wall clock for dates alone. Safe for concurrent use.
 */
public final class GeminiRateLimiter implements RateLimiter {
  private static final System.Logger LOG = System.getLogger(GeminiRateLimiter.class.getName());
  private static final WaitReason NO_ANALYZER =
      new WaitReason(WaitReason.Kind.NO_ANALYZER, Optional.empty());

  private final LearnedLimits learned;
  private final BooleanSupplier credentialAtHand;
  private final Ledgers ledgers;
  private final Obstacles obstacles;
  private final Releases releases = new Releases();
  private final Bookings bookings = new Bookings();

  /**
   * @param clock tells the date; may jump
   * @param credentialAtHand whether there is a key to call the provider with; asked again and again
   */
  public GeminiRateLimiter(
      LimiterSettings settings,
      UsageBook book,
      LearnedLimits learned,
      Ticker ticker,
      InstantSource clock,
      BooleanSupplier credentialAtHand) {
    this.learned = learned;
    this.credentialAtHand = credentialAtHand;
    this.ledgers =
        new Ledgers(
            new Keys(settings, book, learned, ticker, clock), new Days(book), ticker, clock);
    this.obstacles = new Obstacles(settings.budget());
  }

  /** How many keys are remembered. */
  long keys() {
    return ledgers.keys().size();
  }

  /** Shows how the limits stand. */
  public QuotaGauge gauge() {
    return new GeminiQuotaGauge(ledgers, obstacles, credentialAtHand);
  }

  @Override
  public Permit acquire(Task task, int waiting) {
    if (!credentialAtHand.getAsBoolean()) {
      releases.denied();
      return new Permit.Denied(NO_ANALYZER);
    }
    return ledgers.on(
        task.estimate().key(),
        (key, day, now) -> {
          key.ask(task.estimate());
          Optional<WaitReason> obstacle =
              obstacles.first(key, day, task.estimate(), demand(task, waiting), now);
          if (obstacle.isPresent()) {
            releases.denied();
            return new Permit.Denied(obstacle.get());
          }
          return new Permit.Granted(bookings.open(task, key, day, now));
        });
  }

  private static Demand demand(Task task, int waiting) {
    boolean urgent = task.lane() == Lane.INTERACTIVE;
    return new Demand(task.estimate().inputTokens(), waiting, urgent);
  }

  @Override
  public void sent(Grant grant) {
    if (ledgers.locked(now -> bookings.send(grant, now))) {
      moveToToday(grant);
    }
  }

  private void moveToToday(Grant grant) {
    try {
      ledgers.on((day, _) -> bookings.move(grant, day));
    } catch (RuntimeException e) {
      // The new day cannot be read. That is no reason not to send, a moment before it is sent.
      LOG.log(Level.WARNING, "a request counts on the day before it was sent: {0}", e.getMessage());
    }
  }

  @Override
  public void giveBack(Grant grant) {
    if (ledgers.locked(now -> bookings.drop(grant, now))) {
      releases.announce();
    }
  }

  @Override
  public void settle(Grant grant, Outcome outcome) {
    Settlement.Result result = ledgers.locked(now -> bookings.settle(grant, outcome, now));
    if (!result.lessons().isEmpty()) {
      keep(result.lessons());
    }
    if (result.sooner()) {
      releases.announce();
    }
  }

  private void keep(List<Lesson> lessons) {
    try {
      learned.learn(lessons);
    } catch (RuntimeException e) {
      // They hold here all the same; another process would have to be taught anew.
      LOG.log(
          Level.WARNING, "what the provider taught of its limits is not kept: {0}", e.getMessage());
    }
  }

  @Override
  public int forget(Optional<QuotaKey> key) {
    List<Lesson> kept = learned.forget(key);
    long inForce =
        ledgers.locked(now -> {
          ledgers.keys().stream()
              .filter(known -> key.isEmpty() || known.key().equals(key.get()))
              .forEach(KeyLimits::forget);
          return kept.stream().filter(lesson -> lesson.holds(now.time())).count();
        });
    releases.announce();
    return Math.toIntExact(inForce);
  }

  @Override
  public Optional<WaitReason> state(QuotaKey key) {
    Optional<WaitReason> reason =
        credentialAtHand.getAsBoolean()
            ? ledgers.on(
                key,
                (known, day, now) ->
                    obstacles.first(
                        known, day, known.asked(), Demand.alone(known.asked().inputTokens()), now))
            : Optional.of(NO_ANALYZER);
    if (reason.isPresent()) {
      releases.denied();
    }
    return reason;
  }

  @Override
  public List<QuotaKey> probe() {
    List<QuotaKey> concerned =
        ledgers.locked(now -> {
          List<QuotaKey> keys = new ArrayList<>();
          for (KeyLimits key : ledgers.keys()) {
            boolean credential = key.credential().probeNow(bookings.newest(), now);
            boolean model = key.model().probeNow(bookings.newest(), now);
            boolean provider = key.circuit().probeNow();
            if (credential || model || provider) {
              keys.add(key.key());
            }
          }
          return keys;
        });
    releases.announce();
    return concerned;
  }

  /** The key to call the provider with came, or is another one: the next task finds out at once. */
  public void credentialChanged() {
    ledgers.<Boolean>locked(now -> {
      for (KeyLimits key : ledgers.keys()) {
        key.credential().changed();
        key.credential().probeNow(bookings.newest(), now);
      }
      return true;
    });
    releases.announce();
  }

  @Override
  public void onRelease(Runnable listener) {
    releases.setListener(listener);
  }
}
