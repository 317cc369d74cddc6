package dev.depict.benchmarks;

import dev.depict.application.port.out.ImagePreparer;
import dev.depict.domain.media.Media;
import dev.depict.media.inspect.MediaLimits;
import dev.depict.media.inspect.PictureInspector;
import dev.depict.media.prepare.PicturePreparer;
import dev.depict.media.prepare.PreparationSettings;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Preparation of the largest sample, a photo-like JPEG of 4200 × 2800. */
final class PictureBenchmark {
  private static final int REPEATS = 10;

  private PictureBenchmark() {}

  static void run() throws Exception {
    byte[] content = Files.readAllBytes(Path.of("samples", "hills.jpg"));
    Media media = new PictureInspector(MediaLimits.DEFAULT).inspect(content);
    ImagePreparer preparer = new PicturePreparer(PreparationSettings.DEFAULT);
    System.out.printf(
        "pictures: %d × %d %s to 1920, one thread%n",
        media.width(), media.height(), media.format());
    Rounds.print(
        "mean of %d preparations".formatted(REPEATS),
        "ms",
        () -> {
          long start = System.nanoTime();
          for (int i = 0; i < REPEATS; i++) {
            preparer.prepare(media, new ByteArrayInputStream(content));
          }
          return (System.nanoTime() - start) / 1e6 / REPEATS;
        });
  }
}
