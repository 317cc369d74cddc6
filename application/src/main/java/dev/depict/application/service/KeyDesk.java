package dev.depict.application.service;

import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.ImagePreparer.Preparation;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.application.port.out.Ready;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The work on one quota key: prepares the first tasks ahead without claiming them, then, whenever a
 * call is permitted, claims the best prepared one and sends. Used by the dispatcher's thread alone.
 */
final class KeyDesk {
  private static final int CLAIMS_OF_A_LOOK = 3;

  private final QuotaKey key;
  private final Provider provider;
  private final TaskQueue queue;
  private final Heads heads;
  private final Preparations preparations;
  private final Attempts attempts;
  private final DispatchSettings settings;
  private final InstantSource clock;

  KeyDesk(
      QuotaKey key,
      Provider provider,
      TaskQueue queue,
      Preparations preparations,
      Attempts attempts,
      DispatchSettings settings,
      InstantSource clock) {
    this.key = key;
    this.provider = provider;
    this.queue = queue;
    this.heads = new Heads(key, queue, settings.aheadTasks());
    this.preparations = preparations;
    this.attempts = attempts;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What may be started.
   *
   * @param named before any other
   * @param due how many others at most; {@link #EVERYTHING} for all
   * @param without tasks that are passed over
   */
  record Order(Collection<Task> named, int due, Set<TaskId> without) {
    static final int EVERYTHING = Integer.MAX_VALUE;

    private boolean isLimited() {
      return due < EVERYTHING;
    }

    private Order less(int started) {
      return isLimited() ? new Order(named, Math.max(0, due - started), without) : this;
    }
  }

  /**
   * Does what can be done now.
   *
   * @param news how the queue may have changed since the last time
   */
  Look work(Ready news, Order order) {
    boolean outdated = order.isLimited() || !heads.keepUp(news);
    if (!outdated && !heads.mayHaveMore()) {
      prepareAhead(); // Newcomers may have joined behind one that waits for its turn.
    }
    var look = new Look();
    Order left = order;
    for (int tries = 0; tries < CLAIMS_OF_A_LOOK; tries++) {
      if (outdated) {
        restock(left);
      }
      look = look();
      int claimed = claim(look);
      left = left.less(claimed);
      outdated = claimed < look.chosen().size();
      if (!outdated) {
        break; // Otherwise heads were cancelled meanwhile, and others are due in their place.
      }
    }
    return look;
  }

  private void restock(Order order) {
    heads.look(order);
    preparations.keepOnly(heads.ids());
    prepareAhead();
  }

  private void prepareAhead() {
    heads.all().forEach(preparations::begin);
  }

  boolean isQuiet(TaskId but) {
    return preparations.isQuiet(but);
  }

  /** Takes a permission for each prepared task, best first, while slots and permissions last. */
  private Look look() {
    var look = new Look();
    var slots = new Slots(provider.analyzer().concurrency(), attempts.running(key));
    boolean full = attempts.running() > 0 && attempts.bytes() >= settings.flightBytes();
    boolean callerComes = false;
    int left = heads.all().size();
    for (Task task : heads.byTurn(id -> preparations.ready(id).isPresent())) {
      boolean interactive = task.lane() == Lane.INTERACTIVE;
      Optional<Preparation> ready = preparations.ready(task.id());
      if (ready.isEmpty()) {
        look.setBusy();
        preparations.begin(task);
        // A caller's picture is prepared within moments: nobody else takes its turn meanwhile.
        callerComes |= interactive && preparations.isUnderWay(task.id());
      } else if (attempts.asks(task.question())) {
        look.setBusy(); // For one that was cancelled: the answer will do for this one, too.
      } else if (full || !slots.free(interactive) || (callerComes && !interactive)) {
        look.setBusy();
        break;
      } else if (!choose(look, task, ready.get(), left)) {
        break;
      } else {
        slots.take();
      }
      left--;
    }
    return look;
  }

  /** False when nothing more may be sent. */
  private boolean choose(Look look, Task task, Preparation ready, int left) {
    return switch (ready) {
      case Preparation.Unreadable unreadable -> {
        look.choose(task, claim -> attempts.reject(claim, task, unreadable.failure()));
        yield true;
      }
      case Preparation.Prepared prepared ->
          switch (provider.limiter().acquire(task, waiting(task, left))) {
            case RateLimiter.Permit.Granted granted -> {
              var call = new ProviderCall(provider, granted.grant(), clock);
              look.choose(task, call, claim -> attempts.begin(claim, task, prepared, call));
              yield true;
            }
            case RateLimiter.Permit.Denied denied -> {
              look.deny(denied.reason());
              yield false;
            }
          };
    };
  }

  /** How many calls wait that are as urgent as this one: whether they are to be spread. */
  private int waiting(Task task, int left) {
    if (task.lane() == Lane.INTERACTIVE) {
      return (int) heads.all().stream().filter(one -> one.lane() == task.lane()).count();
    }
    return heads.mayHaveMore() ? Integer.MAX_VALUE : left;
  }

  /** Claims and starts what was chosen; says how many of it could be claimed. */
  private int claim(Look look) {
    List<TaskId> chosen = look.chosen();
    if (chosen.isEmpty()) {
      return 0;
    }
    Map<TaskId, Claim> claims =
        queue.claim(chosen).stream()
            .collect(Collectors.toMap(claim -> claim.lease().task(), Function.identity()));
    for (TaskId id : chosen) {
      heads.remove(id);
      preparations.forget(id);
      Optional.ofNullable(claims.get(id)).ifPresentOrElse(look.start(id), () -> look.drop(id));
    }
    return claims.size();
  }
}
