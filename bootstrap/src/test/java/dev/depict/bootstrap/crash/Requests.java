package dev.depict.bootstrap.crash;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Durations;
import dev.depict.emulator.picture.PixelCode;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Lane;
import dev.depict.testkit.picture.Pictures;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Random requests: most pictures are new, some were sent just now by somebody. */
final class Requests {
  private static final int TWINS_PERCENT = 25;
  private static final int OTHER_QUESTION_PERCENT = 5;
  private static final int REQUEST_ID_PERCENT = 60;
  private static final int SYNC_PERCENT = 20;
  private static final int RECENT = 40;
  private static final int SIDE = 32;

  /** One in so many is a file instead of a row. */
  private static final int LARGE_EACH = 29;

  private static final int LARGE_BYTES = 70_000;

  /** From so many unfinished tasks on callers wait for their answers. */
  private static final int BACKLOG = 300;

  private final Scene scene;
  private final RandomGenerator random;

  Requests(Scene scene, RandomGenerator random) {
    this.scene = scene;
    this.random = random;
  }

  IngestRequest next() {
    int number =
        chance(TWINS_PERCENT)
            ? Math.max(1, scene.pictures().get() - random.nextInt(RECENT))
            : scene.pictures().incrementAndGet();
    boolean sync = chance(SYNC_PERCENT) || scene.backlog().getAsInt() > BACKLOG;
    var request =
        IngestRequest.newBuilder()
            .setContent(ByteString.copyFrom(picture(number)))
            .setSource("picture " + number)
            .setUserPrompt(chance(OTHER_QUESTION_PERCENT) ? "Which colours are there?" : "")
            .setLane(chance(10) ? Lane.LANE_BULK : Lane.LANE_NORMAL)
            .setMode(sync ? IngestMode.INGEST_MODE_SYNC : IngestMode.INGEST_MODE_ASYNC);
    if (sync) {
      request.setMaxWait(Durations.fromSeconds(5));
    }
    if (chance(REQUEST_ID_PERCENT)) {
      request.setRequestId(new UUID(random.nextLong(), random.nextLong()).toString());
    }
    return request.build();
  }

  private static byte[] picture(int number) {
    return number % LARGE_EACH == 0
        ? Pictures.padded(number, LARGE_BYTES)
        : PixelCode.png(number, SIDE, SIDE);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
