package dev.depict.cli.ingest;

import dev.depict.cli.text.Times;
import dev.depict.proto.v1.EstimateIngestResponse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** An estimate for people: one line of words, then each sum. */
record EstimateSheet(InstantSource clock, ZoneId zone) {
  private static final int NAME_COLUMNS = 15;

  List<String> lines(EstimateIngestResponse sums) {
    var lines = new ArrayList<String>();
    lines.add(new EstimateLine(clock.instant()).of(sums));
    lines.add("");
    lines.add(row("New", sums.getNewCount()));
    lines.add(row("Known", sums.getKnownCount()));
    if (sums.getRejectionsCount() > 0) {
      lines.add(row("Refused", sums.getRejectionsCount()));
    }
    lines.add(row("Input tokens", sums.getEstimatedInputTokens()));
    lines.add(row("Output tokens", "≤ " + sums.getEstimatedOutputTokens()));
    lines.add(row("Cost", EstimateLine.price(sums)));
    lines.add(row("Finished", finished(sums)));
    return lines;
  }

  private String finished(EstimateIngestResponse sums) {
    if (sums.hasEstimatedFinishTime()) {
      return "about " + new Times(clock, zone).shown(sums.getEstimatedFinishTime());
    }
    return sums.getNewCount() == 0 ? "at once" : "not known; `depict queue` tells what waits";
  }

  private static String row(String name, long value) {
    return row(name, String.valueOf(value));
  }

  private static String row(String name, String value) {
    return name + " ".repeat(NAME_COLUMNS - name.length()) + value;
  }
}
