package dev.depict.cli.ingest;

import dev.depict.cli.remote.Remote;
import dev.depict.proto.v1.EstimateIngestRequest;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.IngestRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a server what pictures would need and cost; nothing of them is sent but their digests. */
final class Estimates {
  private static final int MOST_ENTRIES = 10_000;
  private static final int MOST_BYTES = 4 << 20;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Remote remote;
  private final InstantSource clock;

  Estimates(Remote remote, InstantSource clock) {
    this.remote = remote;
    this.clock = clock;
  }

  /**
   * A picture that is asked about once, however often it is there.
   *
   * @param places where it is in the list
   */
  record Asked(String media, List<Integer> places) {}

  /**
   * The sums over all pictures; a rejection names the picture by its place in the list.
   *
   * @param question everything that is asked about each of them
   * @throws dev.depict.cli.port.CommandFailed when the server refuses or does not answer
   */
  EstimateIngestResponse of(List<Look.Named> pictures, IngestRequest question) {
    var sum = new EstimateSum(clock.instant());
    List<Asked> asked = asked(pictures);
    int size = chunkSize(question);
    for (int from = 0; from < asked.size(); from += size) {
      List<Asked> chunk = asked.subList(from, Math.min(asked.size(), from + size));
      var request = EstimateIngestRequest.newBuilder();
      chunk.forEach(one -> request.addRequests(question.toBuilder().setMedia(one.media())));
      sum.add(remote.task(PATIENCE, stub -> stub.estimateIngest(request.build())), chunk);
    }
    return sum.total();
  }

  /** Chunks do not know of each other, so that what is there twice is found here. */
  private static List<Asked> asked(List<Look.Named> pictures) {
    Map<String, Asked> asked = new LinkedHashMap<>();
    for (int place = 0; place < pictures.size(); place++) {
      asked
          .computeIfAbsent(
              pictures.get(place).media(), media -> new Asked(media, new ArrayList<>()))
          .places()
          .add(place);
    }
    return List.copyOf(asked.values());
  }

  /** A long prompt comes with each entry, and a message has a limit. */
  private static int chunkSize(IngestRequest question) {
    int entry = question.getSerializedSize() + 100;
    return Math.clamp(MOST_BYTES / entry, 1, MOST_ENTRIES);
  }
}
