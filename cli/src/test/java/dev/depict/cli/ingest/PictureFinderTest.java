package dev.depict.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFinderTest {
  @Test
  void pictures_come_in_the_order_of_names_with_the_path_as_given(@TempDir Path folder)
      throws IOException {
    for (String name : List.of("b.jpg", "a.HEIC", "c.txt", ".d.jpg")) {
      Files.writeString(folder.resolve(name), "x");
    }
    assertThat(new PictureFinder(true).find(List.of(folder)))
        .extracting(Entry::file)
        .containsExactly(folder + "/a.HEIC", folder + "/b.jpg");
  }

  @Test
  void what_may_not_be_read_says_what_to_do() {
    var problem = Unusable.because("a.jpg", new AccessDeniedException("a.jpg"));

    assertThat(problem.reason()).isEqualTo("FILE_UNREADABLE");
    assertThat(problem.message()).isEqualTo("permission denied; make it readable for this user");
  }
}
