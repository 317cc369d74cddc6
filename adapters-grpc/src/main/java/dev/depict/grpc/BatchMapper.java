package dev.depict.grpc;

import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.IngestImages.Entry;
import dev.depict.domain.error.EntryRejected;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.proto.v1.BatchIngestRequest;
import dev.depict.proto.v1.BatchIngestResponse;
import dev.depict.proto.v1.BatchIngestResult;
import java.util.Iterator;
import java.util.List;

/**
 * Reads a batch and shows what became of each entry; unless atomic, a faulty one harms no other.
 */
final class BatchMapper {
  private static final int MAX_ENTRIES = 1_000;

  private final Entries entries;

  private BatchMapper(Entries entries) {
    this.entries = entries;
  }

  /**
   * @throws InvalidRequest when there are no entries, or too many
   * @throws EntryRejected when it is atomic and an entry cannot be read
   */
  static BatchMapper of(BatchIngestRequest request, String principal) {
    Entries entries = Entries.read(request.getRequestsList(), MAX_ENTRIES, principal);
    if (request.getAtomic() && !entries.unreadable().isEmpty()) {
      var first = entries.unreadable().firstEntry();
      throw new EntryRejected(first.getKey(), first.getValue());
    }
    return new BatchMapper(entries);
  }

  /** The entries that can be read. */
  List<IngestImage.Command> commands() {
    return entries.commands();
  }

  /**
   * @param stored of {@link #commands}
   */
  BatchIngestResponse response(List<Entry> stored) {
    var response = BatchIngestResponse.newBuilder();
    Iterator<Entry> next = stored.iterator();
    for (int i = 0; i < stored.size() + entries.unreadable().size(); i++) {
      InvalidRequest invalid = entries.unreadable().get(i);
      response.addResults(result(i, invalid == null ? next.next() : new Entry.Rejected(invalid)));
    }
    return response.build();
  }

  private static BatchIngestResult result(int index, Entry entry) {
    var result = BatchIngestResult.newBuilder();
    switch (entry) {
      case Entry.Stored(var stored) ->
          result.setTask(TaskMapper.task(stored.view())).setReplayed(stored.replayed());
      case Entry.Rejected(var mistake) ->
          result.setRejection(RejectionMapper.rejection(index, mistake));
    }
    return result.build();
  }
}
