package dev.depict.benchmarks;

import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Origin;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.UuidV7;
import dev.depict.sqlite.SqliteSettings;
import dev.depict.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Tasks to store: no two pictures are alike, and none compresses. */
final class Load {
  static final int PICTURE_BYTES = 3 * 1024;
  static final QuotaKey KEY = new QuotaKey("bench", "key", "model");
  static final IdSource IDS =
      () -> UuidV7.at(InstantSource.system().instant(), ThreadLocalRandom.current());

  private final SplittableRandom random = new SplittableRandom(42);
  private final Lane lane;
  private final int pictureBytes;

  Load() {
    this(Lane.NORMAL, PICTURE_BYTES);
  }

  /** Two loads of the same kind hold the same pictures in the same order. */
  Load(Lane lane, int pictureBytes) {
    this.lane = lane;
    this.pictureBytes = pictureBytes;
  }

  static SqliteStore open(Path folder) {
    return SqliteStore.open(
        folder,
        SqliteSettings.DEFAULT.withMaxPending(100_000_000),
        InstantSource.system(),
        "bench",
        IDS);
  }

  List<NewTask> tasks(int count) {
    return Stream.generate(this::task).limit(count).toList();
  }

  private NewTask task() {
    var content = new byte[pictureBytes];
    random.nextBytes(content);
    var media = new Media(MediaDigest.of(content), MediaFormat.JPEG, content.length, 640, 480);
    var question =
        new Question(
            media.digest(),
            "",
            "",
            KEY.provider(),
            Optional.empty(),
            "en",
            MediaResolution.HIGH,
            "bench-1",
            1,
            1);
    String source = "pictures/" + media.digest().hex().substring(0, 12) + ".jpg";
    return new NewTask(
        new TaskId(IDS.next()),
        new Origin("local", source, List.of(), Optional.empty()),
        media,
        Optional.of(content),
        question,
        new Estimate(KEY, 1_200, new MicroDollars(700)),
        lane,
        false,
        Optional.empty());
  }
}
