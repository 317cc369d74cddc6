package dev.depict.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.error.PathNotAllowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RootedFilesTest {
  private static final byte[] PICTURE = {1, 2, 3};

  @TempDir Path folder;

  private Path root;
  private Path outside;
  private RootedFiles files;

  @BeforeEach
  void lay_out() throws IOException {
    root = folder.resolve("root");
    Files.createDirectories(root.resolve("deep"));
    outside = Files.write(folder.resolve("secret.png"), PICTURE);
    files = new RootedFiles(List.of(root), PICTURE.length);
  }

  @Test
  void a_file_inside_is_read() throws IOException {
    Path picture = Files.write(root.resolve("deep/picture.png"), PICTURE);

    assertThat(files.read(picture.toString())).isEqualTo(PICTURE);
  }

  @Test
  void a_link_inside_that_leads_inside_is_followed() throws IOException {
    Path picture = Files.write(root.resolve("picture.png"), PICTURE);
    Path link = Files.createSymbolicLink(root.resolve("deep/link.png"), picture);

    assertThat(files.read(link.toString())).isEqualTo(PICTURE);
  }

  @Test
  void a_link_that_leads_outside_is_refused() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link.png"), outside);
    Path folderLink = Files.createSymbolicLink(root.resolve("up"), folder);

    refused(link.toString());
    refused(folderLink.resolve("secret.png").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/root/../secret.png", "/root/deep/../../secret.png", "/secret.png"})
  void a_way_out_is_refused(String way) {
    refused(folder + way);
  }

  @Test
  void what_is_outside_is_not_told_apart_from_what_is_not_there() {
    String there = message(outside.toString());
    String absent = message(outside + "x");

    assertThat(there.replace(outside.toString(), "")).isEqualTo(absent.replace(outside + "x", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture.png", "../secret.png", "", "a\u0000b"})
  void a_path_that_is_not_absolute_is_refused(String path) {
    refused(path);
  }

  @Test
  void a_folder_is_refused() {
    refused(root.resolve("deep").toString());
  }

  @Test
  void a_folder_beside_with_a_longer_name_is_outside() throws IOException {
    Path beside = Files.createDirectories(folder.resolve("root2"));

    refused(Files.write(beside.resolve("picture.png"), PICTURE).toString());
  }

  @Test
  void a_file_that_is_too_large_is_refused() throws IOException {
    Path large = Files.write(root.resolve("large.png"), new byte[PICTURE.length + 1]);

    assertThatExceptionOfType(MediaRejected.class).isThrownBy(() -> files.read(large.toString()));
  }

  @Test
  void nothing_is_read_without_folders() throws IOException {
    Path picture = Files.write(root.resolve("picture.png"), PICTURE);

    assertThatExceptionOfType(PathNotAllowed.class)
        .isThrownBy(() -> new RootedFiles(List.of(), 9).read(picture.toString()))
        .withMessageContaining("media.roots");
  }

  private void refused(String path) {
    assertThatExceptionOfType(PathNotAllowed.class).isThrownBy(() -> files.read(path));
  }

  private String message(String path) {
    try {
      files.read(path);
      return "";
    } catch (PathNotAllowed e) {
      return String.valueOf(e.getMessage());
    }
  }
}
