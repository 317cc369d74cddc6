package dev.depict.sqlite.read;

import dev.depict.application.port.out.UsageBook;
import java.time.Instant;

/** One call, in the order of {@link UsageMapper#sends}. */
record SendRow(long time, long tokens) {
  UsageBook.Send send() {
    return new UsageBook.Send(Instant.ofEpochMilli(time), tokens);
  }
}
