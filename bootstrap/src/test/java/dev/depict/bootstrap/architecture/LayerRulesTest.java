package dev.depict.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerRulesTest {
  private static final List<String> PRODUCT =
      List.of(
          "domain",
          "application",
          "adapters-sqlite",
          "adapters-media",
          "adapters-gemini",
          "emulator",
          "adapters-grpc",
          "cli",
          "bootstrap");

  private static final Path PLANTED_SOURCES = Path.of("src", "test", "planted");
  private static JavaClasses product;
  @TempDir static Path compiled;

  @BeforeAll
  static void read_the_product_and_compile_the_planted_violations() throws IOException {
    product =
        new ClassFileImporter()
            .importPaths(
                PRODUCT.stream()
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());
    try (Stream<Path> folders = Files.list(PLANTED_SOURCES)) {
      for (Path folder : folders.toList()) {
        compile(folder, compiled.resolve(folder.getFileName()));
      }
    }
  }

  static Stream<String> names() {
    return LayerRules.all().keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_product_keeps_the_rule(String name) {
    rule(name).check(product);
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_rule_fails_on_a_planted_violation(String name) {
    JavaClasses planted = new ClassFileImporter().importPath(compiled.resolve(name));
    assertThat(planted).isNotEmpty();

    assertThatThrownBy(() -> rule(name).check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was violated");
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_rule_fails_when_it_has_nothing_to_look_at(String name) {
    JavaClasses nothing = new ClassFileImporter().importPaths(List.of());

    assertThatThrownBy(() -> rule(name).check(nothing)).isInstanceOf(AssertionError.class);
  }

  @Test
  void every_planted_violation_belongs_to_a_rule() throws IOException {
    try (Stream<Path> folders = Files.list(PLANTED_SOURCES)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(LayerRules.all().keySet());
    }
  }

  private static ArchRule rule(String name) {
    return Optional.ofNullable(LayerRules.all().get(name)).orElseThrow();
  }

  private static void compile(Path folder, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> arguments =
          Stream.concat(
                  Stream.of("-d", target.toString(), "-proc:none", "-cp", classPath()),
                  files.filter(file -> file.toString().endsWith(".java")).map(Path::toString))
              .toList();
      ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
      assertThat(javac.run(System.out, System.err, arguments.toArray(String[]::new))).isZero();
    }
  }

  /** Everything this test runs with, on whichever path surefire put it. */
  private static String classPath() {
    return Stream.of("jdk.module.path", "java.class.path", "surefire.test.class.path")
        .map(name -> System.getProperty(name, ""))
        .filter(path -> !path.isBlank())
        .reduce((one, other) -> one + java.io.File.pathSeparator + other)
        .orElseThrow();
  }
}
