package dev.depict.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under a heading, in columns as narrow as they can be and two spaces apart. */
public final class Table {
  private static final int GAP = 2;
  private static final int MOST_LINES = 4;
  private static final int NARROWEST = 8;

  /** What becomes of a text that is too wide for its column. */
  public enum Kind {
    /** Never narrowed. */
    WHOLE,
    /** Narrowed by leaving out its beginning. */
    PATH,
    /** Broken into lines. */
    WRAPPED,
    /** Never narrowed, and set to the right. */
    NUMBER
  }

  /** One column. */
  public record Column(String heading, Kind kind) {}

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row with a cell for each column. */
  public void row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size());
    }
    rows.add(cells.stream().map(Fit::oneLine).toList());
  }

  /**
   * The table, heading first, no line wider than {@code width} as far as the columns allow.
   *
   * @param style applied to each finished cell, so that colours do not count as width
   */
  public List<String> lines(int width, CellStyle style) {
    int[] widths = widths(width);
    var lines = new ArrayList<String>();
    lines.addAll(
        laidOut(columns.stream().map(Column::heading).toList(), widths, (column, cell) -> cell));
    rows.forEach(row -> lines.addAll(laidOut(row, widths, style)));
    return lines;
  }

  /** Dresses a cell; must not change what is seen of its text. */
  @FunctionalInterface
  public interface CellStyle {
    CellStyle PLAIN = (column, cell) -> cell;

    String dressed(int column, String cell);
  }

  private int[] widths(int width) {
    int[] widths = IntStream.range(0, columns.size()).map(this::natural).toArray();
    int excess = IntStream.of(widths).sum() + GAP * (columns.size() - 1) - width;
    while (excess > 0) {
      int widest = widest(widths);
      if (widths[widest] <= NARROWEST || fixed(widest)) {
        break;
      }
      widths[widest]--;
      excess--;
    }
    return widths;
  }

  private int natural(int column) {
    return rows.stream()
        .mapToInt(row -> DisplayWidth.of(row.get(column)))
        .reduce(DisplayWidth.of(columns.get(column).heading()), Math::max);
  }

  private int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      if (!fixed(i) && (fixed(widest) || weight(i, widths) > weight(widest, widths))) {
        widest = i;
      }
    }
    return widest;
  }

  /** Running text deserves more room than a path: its columns give way later. */
  private int weight(int column, int[] widths) {
    return columns.get(column).kind() == Kind.PATH ? widths[column] * 3 / 2 : widths[column];
  }

  private boolean fixed(int column) {
    Kind kind = columns.get(column).kind();
    return kind == Kind.WHOLE || kind == Kind.NUMBER;
  }

  private List<String> laidOut(List<String> cells, int[] widths, CellStyle style) {
    var parts = new ArrayList<List<String>>();
    for (int i = 0; i < widths.length; i++) {
      parts.add(
          switch (columns.get(i).kind()) {
            case WHOLE, NUMBER -> List.of(cells.get(i));
            case PATH -> List.of(Fit.end(cells.get(i), widths[i]));
            case WRAPPED -> Fit.wrapped(cells.get(i), widths[i], MOST_LINES);
          });
    }
    int height = parts.stream().mapToInt(List::size).max().orElse(1);
    return IntStream.range(0, height).mapToObj(line -> line(parts, line, widths, style)).toList();
  }

  private String line(List<List<String>> parts, int line, int[] widths, CellStyle style) {
    var text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = line < parts.get(i).size() ? parts.get(i).get(line) : "";
      String space = " ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)));
      String shown = cell.isEmpty() ? cell : style.dressed(i, cell);
      text.append(columns.get(i).kind() == Kind.NUMBER ? space + shown : shown + space);
      text.append(" ".repeat(GAP));
    }
    return text.toString().stripTrailing();
  }
}
