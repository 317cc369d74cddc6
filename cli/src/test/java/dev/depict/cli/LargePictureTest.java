package dev.depict.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LargePictureTest {
  private static final byte[] LARGE = new byte[(20 << 20) + 7];

  @TempDir private Path folder = Path.of("");
  private CommandLineHarness cli = open();
  private String file = "";

  private static CommandLineHarness open() {
    try {
      return new CommandLineHarness();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void write_a_picture() throws IOException {
    new Random(7).nextBytes(LARGE);
    file = Files.write(folder.resolve("large.jpg"), LARGE).toString();
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  @Test
  void a_picture_too_large_for_one_message_is_uploaded_in_pieces() throws Exception {
    var ran = cli.run("ingest", file);

    assertThat(ran.code()).isZero();
    assertThat(cli.media.stored).containsOnlyKeys(media());
    assertThat(cli.media.stored.get(media())).isEqualTo(ByteString.copyFrom(LARGE));
    assertThat(cli.tasks.ingested)
        .singleElement()
        .satisfies(request -> {
          assertThat(request.getMedia()).isEqualTo(media());
          assertThat(request.getSource()).endsWith("large.jpg");
        });
  }

  @Test
  void what_the_server_has_is_not_uploaded_again() throws Exception {
    cli.media.stored.put(media(), ByteString.EMPTY);

    assertThat(cli.run("ingest", file).code()).isZero();

    assertThat(cli.media.uploads).isZero();
    assertThat(cli.tasks.ingested.getFirst().getMedia()).isEqualTo(media());
  }

  @Test
  void an_upload_that_breaks_off_is_begun_again() throws Exception {
    cli.media.breaks = 1;

    assertThat(cli.run("ingest", file).code()).isZero();

    assertThat(cli.media.uploads).isEqualTo(2);
    assertThat(cli.media.stored).containsOnlyKeys(media());
  }

  @Test
  void a_picture_that_fits_into_a_message_is_sent_as_it_is() throws Exception {
    String small = Files.writeString(folder.resolve("small.jpg"), "bird").toString();

    assertThat(cli.run("ingest", small).code()).isZero();

    assertThat(cli.media.asked).isEmpty();
    assertThat(cli.tasks.ingested.getFirst().getContent().toStringUtf8()).isEqualTo("bird");
  }

  private static String media() throws Exception {
    return "media/" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(LARGE));
  }
}
