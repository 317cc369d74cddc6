package dev.depict.bootstrap.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.wiring.DaggerDepictComponent;
import dev.depict.bootstrap.wiring.DepictComponent;
import dev.depict.domain.answer.Chunk;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import io.grpc.ManagedChannelBuilder;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs Tesseract with English and Russian, and the DejaVu fonts. */
@Tag("foreign")
class TextInPictureTest {
  private static final String ENGLISH =
      "harbour window station morning yellow garden invoice summer kitchen library mountain ticket"
          + " school weather bicycle market winter forest bridge letter teacher doctor village";
  private static final String RUSSIAN =
      "гавань станция утро счастье лето кухня библиотека гора билет школа погода велосипед рынок"
          + " дорога письмо учитель деревня зима человек улица красный большой";
  private static final int WORDS_OF_EACH = 16;
  private static final int WORDS_A_LINE = 4;
  private static final int POINTS = 30;

  @TempDir Path folder;

  @Test
  void random_words_drawn_into_a_picture_are_read_and_found_in_the_stored_chunk() throws Exception {
    long seed = System.nanoTime();
    var random = new Random(seed);
    List<String> words = new ArrayList<>(some(ENGLISH, random));
    words.addAll(some(RUSSIAN, random));
    Settings settings =
        Settings.read(
            Map.of(
                "data.dir", folder.resolve("data").toString(),
                "server.listen", "127.0.0.1:0",
                "analyzer", "offline"),
            Map.of());
    DepictComponent depict = DaggerDepictComponent.factory().create(settings);
    depict.server().start();
    var channel =
        ManagedChannelBuilder.forTarget(depict.grpc().address().toString()).usePlaintext().build();
    try {
      Task task =
          TaskServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(60, TimeUnit.SECONDS)
              .ingest(
                  IngestRequest.newBuilder()
                      .setContent(com.google.protobuf.ByteString.copyFrom(drawn(words)))
                      .build())
              .getTask();

      Set<String> read = new HashSet<>(words(task.getAnswer().getOcrText()));
      List<String> found = words.stream().filter(read::contains).toList();
      System.out.printf("seed %d: %d of %d words read%n", seed, found.size(), words.size());
      assertThat(found.size())
          .as("seed %d, of %s in %s", seed, words, read)
          .isGreaterThanOrEqualTo(words.size() * 9 / 10);
      for (String word : found) {
        List<Chunk> chunks = depict.store().chunks().search(word, 10);
        assertThat(chunks).as(word).hasSize(1);
        assertThat("chunks/" + chunks.getFirst().id()).isEqualTo(task.getAnswer().getChunk());
      }
    } finally {
      channel.shutdownNow();
      depict.server().stop(Duration.ofSeconds(5));
    }
  }

  private static List<String> some(String pool, Random random) {
    List<String> words = words(pool);
    return random
        .ints(0, words.size())
        .distinct()
        .limit(WORDS_OF_EACH)
        .mapToObj(words::get)
        .toList();
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split("\\s+"));
  }

  private static byte[] drawn(List<String> words) throws IOException {
    int lines = words.size() / WORDS_A_LINE;
    var image = new BufferedImage(1200, (lines + 1) * POINTS * 2, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font("DejaVu Sans", Font.PLAIN, POINTS));
    for (int line = 0; line < lines; line++) {
      List<String> words4 = words.subList(line * WORDS_A_LINE, (line + 1) * WORDS_A_LINE);
      graphics.drawString(String.join("  ", words4), POINTS, POINTS * 2 * (line + 1));
    }
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
