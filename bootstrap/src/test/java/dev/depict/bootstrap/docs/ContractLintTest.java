package dev.depict.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("foreign")
class ContractLintTest {
  @ParameterizedTest
  @ValueSource(strings = {"lint", "format -d --exit-code", "build"})
  void buf_finds_nothing_wrong_with_the_contract(String command)
      throws IOException, InterruptedException {
    Path buf = Path.of("..", "build-support", "foreign", "node_modules", ".bin", "buf");
    var arguments = new java.util.ArrayList<>(List.of(buf.toAbsolutePath().normalize().toString()));
    arguments.addAll(List.of(command.split(" ")));
    Process process =
        new ProcessBuilder(arguments)
            .directory(Path.of("..", "proto").toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).isEmpty();
  }
}
