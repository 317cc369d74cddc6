package dev.depict.cli.ingest;

import dev.depict.cli.port.Terminal;
import dev.depict.cli.text.Colours;
import dev.depict.cli.text.Table;
import dev.depict.cli.text.Table.Column;
import dev.depict.cli.text.Table.Kind;
import dev.depict.proto.v1.Task;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A table of all entries in the order of the command line, when the run ends. */
final class TableResults implements Results {
  private static final int STATUS = 1;

  private final Terminal terminal;
  private final SortedMap<Integer, Row> rows = new TreeMap<>();

  TableResults(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What is kept of a result. */
  private record Row(String file, Verdict verdict, String answer, String words, String keywords) {}

  @Override
  public void add(Result result) {
    rows.put(
        result.index(),
        switch (result) {
          case Result.Told told -> row(told.file(), told.task());
          case Result.Refused refused ->
              new Row(refused.file(), Verdict.FAILED, "", refused.problem().message(), "");
        });
  }

  @Override
  public void finish(Tally tally, String summary) {
    var table =
        new Table(
            List.of(
                new Column("FILE", Kind.PATH),
                new Column("STATUS", Kind.WHOLE),
                new Column("ALT TEXT", Kind.WRAPPED),
                new Column("KEYWORDS", Kind.WRAPPED)));
    for (Row row : rows.values()) {
      Verdict verdict = tally.isNew(row.answer()) ? duplicateOf(row.verdict()) : row.verdict();
      table.row(List.of(row.file(), verdict.shown(), row.words(), row.keywords()));
    }
    table.lines(terminal.columns(), this::dressed).forEach(terminal.out()::println);
    terminal.out().println();
    terminal.out().println(summary);
    terminal.out().flush();
  }

  private static Verdict duplicateOf(Verdict verdict) {
    return verdict == Verdict.KNOWN ? Verdict.DUPLICATE : verdict;
  }

  private static Row row(String file, Task task) {
    var answer = task.getAnswer();
    return new Row(
        file,
        Verdict.of(task),
        answer.getName(),
        task.hasFailure() ? task.getFailure().getProviderMessage() : answer.getAltText(),
        String.join(", ", answer.getKeywordsList()));
  }

  private String dressed(int column, String cell) {
    var colours = new Colours(terminal.colours());
    if (column != STATUS) {
      return cell;
    }
    return switch (cell) {
      case "analyzed", "duplicate", "known" -> colours.good(cell);
      case "failed", "cancelled" -> colours.bad(cell);
      default -> colours.waiting(cell);
    };
  }
}
