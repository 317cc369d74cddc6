package dev.depict.grpc;

import dev.depict.application.port.in.IngestImage;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.proto.v1.IngestRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The entries of one request: those that can be read, and why the others cannot.
 *
 * @param commands of the readable ones, in their order
 * @param indexes where each command stood in the request
 * @param unreadable by where it stood
 */
record Entries(
    List<IngestImage.Command> commands,
    List<Integer> indexes,
    SortedMap<Integer, InvalidRequest> unreadable) {
  Entries {
    commands = List.copyOf(commands);
    indexes = List.copyOf(indexes);
    unreadable = Collections.unmodifiableSortedMap(new TreeMap<>(unreadable));
  }

  /**
   * @throws InvalidRequest when there are no entries, or more than {@code most}
   */
  static Entries read(List<IngestRequest> requests, int most, String principal) {
    if (requests.isEmpty() || requests.size() > most) {
      throw new InvalidRequest(
          "requests",
          "has %d entries; give 1 to %d, and more of them in several calls"
              .formatted(requests.size(), most));
    }
    var commands = new ArrayList<IngestImage.Command>();
    var indexes = new ArrayList<Integer>();
    var unreadable = new TreeMap<Integer, InvalidRequest>();
    for (int i = 0; i < requests.size(); i++) {
      try {
        commands.add(IngestMapper.entry(requests.get(i), principal));
        indexes.add(i);
      } catch (InvalidRequest invalid) {
        unreadable.put(i, invalid);
      }
    }
    return new Entries(commands, indexes, unreadable);
  }
}
