package dev.depict.application.service;

import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.ImagePreparer.Preparation;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The work on one quota key: prepares the first tasks ahead without claiming them, then, whenever a
 * call is permitted, claims the best prepared one and sends. Used by the dispatcher's thread alone.
 */
final class KeyDesk {
  private static final int CLAIMS_OF_A_LOOK = 3;

  private final QuotaKey key;
  private final Provider provider;
  private final TaskQueue queue;
  private final Preparations preparations;
  private final Attempts attempts;
  private final DispatchSettings settings;
  private final InstantSource clock;
  private final Map<TaskId, Task> heads = new LinkedHashMap<>();
  private final Overtaking overtaking = new Overtaking();
  private boolean mayHaveMore = true;

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
   * @param news whether the queue may have changed since the last time
   */
  Look work(boolean news, Order order) {
    boolean outdated =
        news || order.isLimited() || (mayHaveMore && heads.size() <= settings.aheadTasks() / 2);
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
    heads.clear();
    order.named().forEach(this::stock);
    int limit = Math.min(settings.aheadTasks(), order.due());
    List<Task> found = limit > 0 ? queue.heads(key, limit + order.without().size()) : List.of();
    mayHaveMore = found.size() >= settings.aheadTasks();
    List<Task> due = found.stream().filter(task -> !order.without().contains(task.id())).toList();
    due.forEach(this::stock);
    Optional<Task> overtaken =
        due.stream().findFirst().flatMap(first -> queue.overtaken(key, first.lane()));
    overtaken.ifPresent(this::stock);
    overtaking.of(overtaken);
    heads.keySet().removeAll(order.without());
    preparations.keepOnly(heads.keySet());
    heads.values().forEach(preparations::begin);
  }

  private void stock(Task task) {
    heads.putIfAbsent(task.id(), task);
  }

  boolean isQuiet(TaskId but) {
    return preparations.isQuiet(but);
  }

  /** Best first; now and then the one that has been overtaken longest. */
  private List<Task> byTurn() {
    Optional<Task> first =
        overtaking
            .next()
            .filter(task -> heads.containsKey(task.id()))
            .filter(task -> preparations.ready(task.id()).isPresent());
    return Stream.concat(first.stream(), heads.values().stream()).distinct().toList();
  }

  /** Takes a permission for each prepared task, best first, while slots and permissions last. */
  private Look look() {
    var look = new Look();
    var slots = new Slots(provider.analyzer().concurrency(), attempts.running(key));
    boolean full = attempts.running() > 0 && attempts.bytes() >= settings.flightBytes();
    boolean callerComes = false;
    int left = heads.size();
    for (Task task : byTurn()) {
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
      return (int) heads.values().stream().filter(one -> one.lane() == task.lane()).count();
    }
    return mayHaveMore ? Integer.MAX_VALUE : left;
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
      overtaking.started(id);
      heads.remove(id);
      preparations.forget(id);
      Optional.ofNullable(claims.get(id)).ifPresentOrElse(look.start(id), () -> look.drop(id));
    }
    return claims.size();
  }
}
