package dev.depict.testkit.memory;

import dev.depict.domain.question.Fingerprint;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Attempt;

/** What a lease stands for: whose attempt it is now, after any inheritance. */
final class Call {
  final Fingerprint fingerprint;

  /** What it drew on; an heir may draw on another one. */
  final QuotaKey key;

  Row owner;
  int number;

  /** Of the owner; 0 for one that is over. */
  int round;

  Call(Row owner, int number) {
    this.fingerprint = owner.fingerprint;
    this.key = owner.asked.estimate().key();
    this.owner = owner;
    this.number = number;
    this.round = owner.round;
  }

  Attempt attempt() {
    return owner.attempts.stream()
        .filter(attempt -> attempt.number() == number)
        .findFirst()
        .orElseThrow();
  }

  void replace(Attempt changed) {
    owner.attempts.replaceAll(attempt -> attempt.number() == number ? changed : attempt);
  }
}
