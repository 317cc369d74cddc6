package dev.depict.benchmarks.quota;

import dev.depict.application.port.out.ImagePreparer;
import dev.depict.domain.media.Media;
import dev.depict.emulator.picture.PixelCode;
import dev.depict.media.inspect.MediaLimits;
import dev.depict.media.inspect.PictureInspector;
import dev.depict.media.prepare.PicturePreparer;
import dev.depict.media.prepare.PreparationSettings;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Distinct pictures of such sizes that preparing them takes as long as wished. */
final class Pictures {
  private static final int[] WIDTHS = {
    64, 200, 400, 800, 1200, 1600, 1920, 2400, 3000, 3600, 3900, 4800, 6000, 7600, 9600
  };
  private static final int REPEATS = 3;
  private static final int SAMPLES = 20;

  private final ImagePreparer preparer = new PicturePreparer(PreparationSettings.DEFAULT);
  private final PictureInspector inspector = new PictureInspector(MediaLimits.DEFAULT);
  private final NavigableMap<Double, Integer> widthByMillis = new TreeMap<>();
  private final Random random = new Random(42);

  /** Measures how long preparing takes on this machine, size by size. */
  Pictures(Range preparation) {
    millis(jpeg(0, WIDTHS[WIDTHS.length / 2]));
    for (int width : WIDTHS) {
      double millis = millis(jpeg(0, width));
      widthByMillis.put(millis, width);
      if (millis > preparation.longest()) {
        break;
      }
    }
  }

  /** So many, their times equally likely in the range. */
  List<byte[]> draw(int count, Range preparation) {
    return draw(0, count, preparation);
  }

  /**
   * @param first the number that the first one shows
   */
  List<byte[]> draw(int first, int count, Range preparation) {
    int[] widths =
        IntStream.range(0, count)
            .map(_ -> width(random.nextInt(preparation.shortest(), preparation.longest() + 1)))
            .toArray();
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(number -> jpeg(first + number, widths[number]))
        .toList();
  }

  /** What was reached, as text: some of the pictures prepared one after the other. */
  String measured(List<byte[]> pictures) {
    int step = Math.max(1, pictures.size() / SAMPLES);
    double[] millis =
        IntStream.iterate(0, number -> number < pictures.size(), number -> number + step)
            .mapToDouble(
                number -> once(inspector.inspect(pictures.get(number)), pictures.get(number)))
            .sorted()
            .toArray();
    return "%.0f to %.0f ms, median %.0f ms, of %d pictures"
        .formatted(millis[0], millis[millis.length - 1], millis[millis.length / 2], millis.length);
  }

  /** Between the two nearest sizes that were measured. */
  private int width(double millis) {
    var below = widthByMillis.floorEntry(millis);
    var above = widthByMillis.ceilingEntry(millis);
    if (below == null || above == null) {
      return below == null ? widthByMillis.firstEntry().getValue() : below.getValue();
    }
    double gap = above.getKey() - below.getKey();
    double share = gap == 0 ? 0 : (millis - below.getKey()) / gap;
    return (int) (below.getValue() + share * (above.getValue() - below.getValue()));
  }

  private static byte[] jpeg(int number, int width) {
    return PixelCode.jpeg(number, width, width * 3 / 4);
  }

  private double millis(byte[] content) {
    Media media = inspector.inspect(content);
    double[] millis = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      millis[i] = once(media, content);
    }
    Arrays.sort(millis);
    return millis[REPEATS / 2];
  }

  private double once(Media media, byte[] content) {
    long start = System.nanoTime();
    var _ = preparer.prepare(media, new ByteArrayInputStream(content));
    return (System.nanoTime() - start) / 1e6;
  }
}
