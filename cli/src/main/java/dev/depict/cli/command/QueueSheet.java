package dev.depict.cli.command;

import dev.depict.cli.port.Terminal;
import dev.depict.cli.text.Amounts;
import dev.depict.cli.text.Colours;
import dev.depict.cli.text.Fit;
import dev.depict.cli.text.Times;
import dev.depict.cli.text.Waits;
import dev.depict.proto.v1.AnalyzerState;
import dev.depict.proto.v1.Queue;
import dev.depict.proto.v1.QuotaKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The queue as a whole, for people.
 *
 * @param target the server that tells it
 */
record QueueSheet(Times times, Terminal terminal, String target) {
  List<String> lines(Queue queue) {
    var lines = new ArrayList<String>();
    lines.add("Queue at %s: %s".formatted(target, state(queue)));
    lines.add("");
    lines.addAll(QueueCounts.lines(queue.getCountsList(), terminal.columns()));
    var quota = new QuotaLines(times, new Colours(terminal.colours()));
    for (var key : queue.getQuotaKeysList()) {
      lines.add("");
      lines.addAll(quota.of(key));
    }
    lines.add("");
    if (queue.hasEstimatedFinishTime()) {
      lines.add("All of it done about:  " + times.shown(queue.getEstimatedFinishTime()));
    }
    if (queue.hasNextDueTime()) {
      lines.add("Next delayed task due: " + times.shown(queue.getNextDueTime()));
    }
    if (queue.hasOldestPendingCreateTime()) {
      lines.add("Oldest waiting task:   " + times.shown(queue.getOldestPendingCreateTime()));
    }
    lines.add("Analyzers: " + analyzers(queue));
    if (queue.getAnalyzersList().stream().anyMatch(analyzer -> !analyzer.getHasKey())) {
      lines.add("To give a key: " + Waits.GIVE_KEY);
    }
    if (queue.getAvoidedCallCount() > 0) {
      lines.add("Calls avoided, because the answer was known: " + queue.getAvoidedCallCount());
    }
    if (queue.hasBudget()) {
      lines.add(budget(queue));
    }
    queue.getModelWarningsList().forEach(warning -> lines.add("Note: " + warning.getMessage()));
    if (queue.hasServer()) {
      lines.add(
          "Server: depict %s, data in %s"
              .formatted(queue.getServer().getVersion(), queue.getServer().getDataFolder()));
    }
    return lines.stream().map(QueueSheet::tidy).toList();
  }

  static String name(QuotaKey key) {
    return Stream.of(key.getProvider(), key.getModel(), key.getCredential())
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private String state(Queue queue) {
    var colours = new Colours(terminal.colours());
    if (queue.hasPauseTime()) {
      return colours.waiting("paused since " + times.shown(queue.getPauseTime()))
          + "; `depict queue resume` ends it";
    }
    return queue.getWorkerEnabled()
        ? colours.good("at work")
        : colours.waiting("its worker is off")
            + " (worker.enabled); `depict queue process` works on it";
  }

  private String analyzers(Queue queue) {
    return queue.getAnalyzersCount() == 0
        ? "none; give a key: " + Waits.GIVE_KEY + "; or use --analyzer offline"
        : queue.getAnalyzersList().stream().map(this::analyzer).collect(Collectors.joining("; "));
  }

  private String analyzer(AnalyzerState state) {
    var text = new StringBuilder(state.getProvider());
    if (!state.getDefaultModel().equals(state.getProvider())) {
      text.append(" (").append(state.getDefaultModel()).append(')');
    }
    text.append(state.getHasKey() ? "" : ", no key");
    return text.append(circuit(state)).toString();
  }

  private String circuit(AnalyzerState state) {
    return switch (state.getCircuitState()) {
      case CIRCUIT_STATE_OPEN ->
          state.hasNextProbeTime()
              ? ", out of order, tried again at " + times.shown(state.getNextProbeTime())
              : ", out of order";
      case CIRCUIT_STATE_PROBING -> ", out of order, tried again now";
      case CIRCUIT_STATE_CLOSED, CIRCUIT_STATE_UNSPECIFIED, UNRECOGNIZED -> "";
    };
  }

  private String budget(Queue queue) {
    var budget = queue.getBudget();
    return "Budget of the day: %s of %s spent, %s reserved, until %s"
        .formatted(
            Amounts.dollars(budget.getSpentMicroUsd()),
            Amounts.dollars(budget.getLimitMicroUsd()),
            Amounts.dollars(budget.getReservedMicroUsd()),
            times.shown(budget.getEndTime()));
  }

  /** Names come from a server's configuration; what a terminal obeys is not for them to send. */
  private static String tidy(String line) {
    return line.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\u001b')
        ? Fit.oneLine(line)
        : line;
  }
}
