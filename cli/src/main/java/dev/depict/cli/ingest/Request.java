package dev.depict.cli.ingest;

import dev.depict.proto.v1.IngestRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the caller wants.
 *
 * @param files files and folders as given
 * @param recursive whether to search folders inside folders
 * @param question everything that is asked about each picture; without picture, source and id
 * @param waits whether to wait for the answers, or to leave when all is stored
 * @param patience how long to wait in all; empty for as long as something moves
 * @param agreed whether to go on without a question, whatever it costs
 */
public record Request(
    List<Path> files,
    boolean recursive,
    IngestRequest question,
    boolean waits,
    Optional<Duration> patience,
    boolean agreed) {
  public Request {
    files = List.copyOf(files);
  }
}
