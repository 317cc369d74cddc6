package dev.depict.application.service;

import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.ImagePreparer.Preparation;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The work on one quota key: prepares the first tasks ahead without claiming them, then, whenever a
 * call is permitted, claims the best prepared one and sends. Used by the dispatcher's thread alone.
 */
final class KeyDesk {
  /** Slots that only tasks with a waiting caller may take, when there are more than a few. */
  private static final int KEPT_FOR_INTERACTIVE = 2;

  private static final int CLAIMS_OF_A_LOOK = 3;

  private final QuotaKey key;
  private final ImageAnalyzer analyzer;
  private final TaskQueue queue;
  private final RateLimiter limiter;
  private final Preparations preparations;
  private final Attempts attempts;
  private final DispatchSettings settings;
  private final Map<TaskId, Task> heads = new LinkedHashMap<>();
  private boolean mayHaveMore = true;

  KeyDesk(
      QuotaKey key,
      ImageAnalyzer analyzer,
      TaskQueue queue,
      RateLimiter limiter,
      Preparations preparations,
      Attempts attempts,
      DispatchSettings settings) {
    this.key = key;
    this.analyzer = analyzer;
    this.queue = queue;
    this.limiter = limiter;
    this.preparations = preparations;
    this.attempts = attempts;
    this.settings = settings;
  }

  /**
   * Does what can be done now.
   *
   * @param news whether the queue may have changed since the last time
   * @return when a denied call will be permitted, if one was denied
   */
  Optional<Instant> work(boolean news, Runnable onEnd) {
    boolean outdated = news || (mayHaveMore && heads.size() <= settings.aheadTasks() / 2);
    Round round = new Round();
    for (int tries = 0; tries < CLAIMS_OF_A_LOOK; tries++) {
      if (outdated) {
        restock();
      }
      round = select();
      outdated = claim(round, onEnd) < round.chosen.size();
      if (!outdated) {
        break; // Otherwise heads were cancelled meanwhile, and others are due in their place.
      }
    }
    return round.permittedAt;
  }

  private void restock() {
    List<Task> found = queue.heads(key, settings.aheadTasks());
    mayHaveMore = found.size() == settings.aheadTasks();
    heads.clear();
    found.forEach(task -> heads.put(task.id(), task));
    preparations.keepOnly(heads.keySet());
    found.forEach(preparations::begin);
  }

  /** Takes a permission for each prepared task, best first, while slots and permissions last. */
  private Round select() {
    var round = new Round();
    for (Task task : heads.values()) {
      Optional<Preparation> ready = preparations.ready(task.id());
      if (ready.isEmpty()) {
        preparations.begin(task);
        continue;
      }
      if (!hasSlot(task.lane(), round.chosen.size())) {
        break;
      }
      switch (ready.get()) {
        case Preparation.Unreadable unreadable ->
            round.chosen.put(
                task.id(), (claim, onEnd) -> attempts.reject(claim, unreadable.failure(), onEnd));
        case Preparation.Prepared prepared -> {
          switch (limiter.acquire(task.estimate())) {
            case RateLimiter.Permit.Granted granted -> {
              round.grants.put(task.id(), granted.grant());
              round.chosen.put(
                  task.id(),
                  (claim, onEnd) ->
                      attempts.begin(claim, task, prepared, analyzer, granted.grant(), onEnd));
            }
            case RateLimiter.Permit.Denied denied -> {
              round.permittedAt = denied.reason().until();
              return round;
            }
          }
        }
      }
    }
    return round;
  }

  private boolean hasSlot(Lane lane, int taken) {
    int free = settings.concurrency() - attempts.running() - taken;
    boolean keeps = lane != Lane.INTERACTIVE && settings.concurrency() > 2 * KEPT_FOR_INTERACTIVE;
    return free > (keeps ? KEPT_FOR_INTERACTIVE : 0);
  }

  /** Claims and starts what was chosen; says how many of it could be claimed. */
  private int claim(Round round, Runnable onEnd) {
    if (round.chosen.isEmpty()) {
      return 0;
    }
    Map<TaskId, Claim> claims =
        queue.claim(new ArrayList<>(round.chosen.keySet())).stream()
            .collect(Collectors.toMap(claim -> claim.lease().task(), Function.identity()));
    round.chosen.forEach((id, start) -> {
      heads.remove(id);
      preparations.forget(id);
      Claim claim = claims.get(id);
      if (claim != null) {
        start.with(claim, onEnd);
      } else if (round.grants.containsKey(id)) {
        limiter.giveBack(round.grants.get(id));
      }
    });
    return claims.size();
  }

  private interface Start {
    void with(Claim claim, Runnable onEnd);
  }

  private static final class Round {
    private final Map<TaskId, Start> chosen = new LinkedHashMap<>();
    private final Map<TaskId, RateLimiter.Grant> grants = new LinkedHashMap<>();
    private Optional<Instant> permittedAt = Optional.empty();
  }
}
