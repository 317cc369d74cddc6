package dev.depict.cli.ingest;

import dev.depict.cli.remote.Refusal;
import dev.depict.cli.remote.StreamSignal;
import dev.depict.proto.v1.Task;

/** What an ingest run reacts to. */
sealed interface Signal {
  /** A picture and its task are stored. */
  record Stored(int index, long bytes, Task task) implements Signal {}

  /** A picture was refused, and trying again does not help. */
  record Refused(int index, long bytes, Refusal why) implements Signal {}

  /** Something came on the stream of changes. */
  record Streamed(StreamSignal signal) implements Signal {}
}
