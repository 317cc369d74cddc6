package dev.depict.cli.remote;

import dev.depict.proto.v1.WatchTasksResponse;
import java.time.Duration;

/** What a {@link TaskStream} reports. */
public sealed interface StreamSignal {
  /** An event or a mark. Say {@link TaskStream#more} when it is dealt with. */
  record Item(WatchTasksResponse response) implements StreamSignal {}

  /** The stream broke and is opened again after the pause; nothing is lost. */
  record Broken(Refusal why, Duration pause) implements StreamSignal {}

  /** The stream is over and nothing more follows. */
  record Lost(Refusal why) implements StreamSignal {}
}
