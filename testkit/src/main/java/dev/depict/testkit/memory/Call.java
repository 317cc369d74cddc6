package dev.depict.testkit.memory;

import dev.depict.domain.question.Fingerprint;

/** What a lease stands for: whose attempt it is now, after any inheritance. */
final class Call {
  final Fingerprint fingerprint;
  Row owner;
  int number;

  Call(Row owner, int number) {
    this.fingerprint = owner.fingerprint;
    this.owner = owner;
    this.number = number;
  }
}
