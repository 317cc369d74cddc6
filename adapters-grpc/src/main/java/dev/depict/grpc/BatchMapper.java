package dev.depict.grpc;

import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.IngestImages.Entry;
import dev.depict.domain.error.EntryRejected;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.proto.v1.BatchIngestRequest;
import dev.depict.proto.v1.BatchIngestResponse;
import dev.depict.proto.v1.BatchIngestResult;
import dev.depict.proto.v1.Rejection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a batch and shows what became of each entry; unless atomic, a faulty one harms no other.
 */
final class BatchMapper {
  private static final int MAX_ENTRIES = 1_000;

  private final List<IngestImage.Command> commands = new ArrayList<>();
  private final SortedMap<Integer, Rejection> unreadable = new TreeMap<>();

  private BatchMapper() {}

  /**
   * @throws InvalidRequest when there are no entries, or too many
   * @throws EntryRejected when it is atomic and an entry cannot be read
   */
  static BatchMapper of(BatchIngestRequest request, String principal) {
    int count = request.getRequestsCount();
    if (count < 1 || count > MAX_ENTRIES) {
      throw new InvalidRequest(
          "requests",
          "has %d entries; give 1 to %d, and more of them in several calls"
              .formatted(count, MAX_ENTRIES));
    }
    var mapper = new BatchMapper();
    for (int i = 0; i < count; i++) {
      try {
        mapper.commands.add(IngestMapper.entry(request.getRequests(i), principal));
      } catch (InvalidRequest invalid) {
        if (request.getAtomic()) {
          throw new EntryRejected(i, invalid);
        }
        mapper.unreadable.put(i, RejectionMapper.rejection(i, invalid));
      }
    }
    return mapper;
  }

  /** The entries that can be read. */
  List<IngestImage.Command> commands() {
    return List.copyOf(commands);
  }

  /**
   * @param entries of {@link #commands}
   */
  BatchIngestResponse response(List<Entry> entries) {
    var response = BatchIngestResponse.newBuilder();
    Iterator<Entry> next = entries.iterator();
    for (int i = 0; i < entries.size() + unreadable.size(); i++) {
      Rejection rejection = unreadable.get(i);
      response.addResults(
          rejection == null
              ? result(i, next.next())
              : BatchIngestResult.newBuilder().setRejection(rejection).build());
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
