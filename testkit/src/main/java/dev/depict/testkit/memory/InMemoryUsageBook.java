package dev.depict.testkit.memory;

import dev.depict.application.port.out.UsageBook;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.AttemptState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What was sent and spent, in memory. */
final class InMemoryUsageBook implements UsageBook {
  private final Session session;

  InMemoryUsageBook(Session session) {
    this.session = session;
  }

  @Override
  public List<Send> sends(QuotaKey key, Instant since) {
    return session.change(() ->
        session.database.calls.values().stream()
            .filter(call -> call.key.equals(key))
            .filter(call -> !call.attempt().startTime().isBefore(since))
            .filter(call -> Attempts.open(call.attempt()) || Attempts.booked(call.attempt()))
            .map(InMemoryUsageBook::send)
            .sorted(Comparator.comparing(Send::time))
            .toList());
  }

  private static Send send(Call call) {
    Attempt attempt = call.attempt();
    boolean told =
        attempt.state() == AttemptState.SUCCEEDED || attempt.state() == AttemptState.FAILED;
    return new Send(
        attempt.sendTime().or(attempt::finishTime).orElse(attempt.startTime()),
        told ? attempt.usage().promptTokens() : call.owner.asked.estimate().inputTokens());
  }

  @Override
  public Map<QuotaKey, DayUsage> day(LocalDate day) {
    return session.change(() -> session.database.books.day(day));
  }
}
