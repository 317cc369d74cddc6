package dev.depict.application.port.in;

import dev.depict.domain.error.CallerMistake;
import java.util.List;

/** Takes several pictures and questions into the queue, in one transaction. */
public interface IngestImages {
  /**
   * Checks everything, then stores the tasks durably. Returns without waiting for the answers.
   *
   * @param atomic whether one entry that cannot be used keeps all others from being stored
   * @return one entry a command, in their order
   * @throws dev.depict.domain.error.EntryRejected with {@code atomic}, for the first entry that
   *     cannot be used; nothing is stored then
   */
  List<Entry> ingest(List<IngestImage.Command> commands, boolean atomic);

  /** What became of one command. */
  sealed interface Entry {
    record Stored(IngestImage.Result result) implements Entry {}

    record Rejected(CallerMistake mistake) implements Entry {}
  }
}
