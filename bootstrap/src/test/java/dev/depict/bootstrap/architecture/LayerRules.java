package dev.depict.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of the house, by the name of the planted class that breaks each. */
final class LayerRules {
  private static final String[] PLAIN_JAVA = {
    "java.lang..",
    "java.util..",
    "java.time..",
    "java.math..",
    "java.io..",
    "java.nio..",
    "java.security..",
    "java.net..",
    "org.jspecify.."
  };

  private static final List<String> ADAPTERS =
      List.of(
          "dev.depict.sqlite..",
          "dev.depict.media..",
          "dev.depict.gemini..",
          "dev.depict.grpc..",
          "dev.depict.cli..");

  /** What reads the wall clock or draws randomness by itself. */
  private static final Map<String, Set<String>> UNSETTABLE =
      Map.of(
          "java.time.Instant", Set.of("now"),
          "java.time.LocalDate", Set.of("now"),
          "java.time.LocalDateTime", Set.of("now"),
          "java.time.ZonedDateTime", Set.of("now"),
          "java.time.InstantSource", Set.of("system"),
          "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system"),
          "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
          "java.util.UUID", Set.of("randomUUID"),
          "java.util.concurrent.ThreadLocalRandom", Set.of("current"),
          "java.lang.Math", Set.of("random"));

  private LayerRules() {}

  static Map<String, ArchRule> all() {
    return Map.ofEntries(
        Map.entry("DomainKnowsNoLibrary", onlyKnows("dev.depict.domain..", "dev.depict.domain..")),
        Map.entry(
            "ApplicationKnowsNoLibrary",
            onlyKnows(
                "dev.depict.application..", "dev.depict.domain..", "dev.depict.application..")),
        Map.entry(
            "PortsKnowNoService",
            knowsNothingOf("dev.depict.application.port..", "dev.depict.application.service..")),
        Map.entry(
            "OutPortsKnowNoInPort",
            knowsNothingOf(
                "dev.depict.application.port.out..", "dev.depict.application.port.in..")),
        Map.entry("SqliteKnowsNoOtherAdapter", knowsNoOtherAdapter("dev.depict.sqlite..")),
        Map.entry("MediaKnowsNoOtherAdapter", knowsNoOtherAdapter("dev.depict.media..")),
        Map.entry("GeminiKnowsNoOtherAdapter", knowsNoOtherAdapter("dev.depict.gemini..")),
        Map.entry("GrpcKnowsNoOtherAdapter", knowsNoOtherAdapter("dev.depict.grpc..")),
        Map.entry(
            "AdaptersKnowPortsAlone",
            noClasses()
                .that()
                .resideInAnyPackage(
                    "dev.depict.sqlite..",
                    "dev.depict.media..",
                    "dev.depict.gemini..",
                    "dev.depict.grpc..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.depict.application.service..")),
        Map.entry(
            "CliKnowsTheStubsAlone",
            knowsNothingOf(
                "dev.depict.cli..",
                "dev.depict.domain..",
                "dev.depict.application..",
                "dev.depict.sqlite..",
                "dev.depict.media..",
                "dev.depict.gemini..",
                "dev.depict.grpc..")),
        Map.entry("EmulatorSharesNothing", onlyKnowsOfDepict("dev.depict.emulator..")),
        Map.entry(
            "NobodyKnowsTheBootstrap",
            noClasses()
                .that()
                .resideOutsideOfPackage("dev.depict.bootstrap..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.depict.bootstrap..")),
        Map.entry(
            "GrpcLibraryOnItsShelf",
            onlyIn("io.grpc..", "dev.depict.grpc..", "dev.depict.cli..", "dev.depict.proto..")),
        Map.entry(
            "DatabaseLibrariesOnTheirShelf",
            noClasses()
                .that()
                .resideOutsideOfPackage("dev.depict.sqlite..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..", "org.apache.ibatis..")),
        Map.entry(
            "GeminiLibrariesOnTheirShelf",
            noClasses()
                .that()
                .resideOutsideOfPackage("dev.depict.gemini..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.genai..", "io.github.resilience4j..")),
        Map.entry(
            "ImageLibrariesOnTheirShelf",
            noClasses()
                .that()
                .resideOutsideOfPackages("dev.depict.media..", "dev.depict.emulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..", "net.coobird..")),
        Map.entry("DaggerOnItsShelf", onlyIn("dagger..", "dev.depict.bootstrap..")),
        Map.entry(
            "TimeAndChanceComeFromOutside",
            noClasses()
                .that()
                .resideOutsideOfPackages("dev.depict.bootstrap..", "dev.depict.emulator")
                .should()
                .callMethodWhere(readsClockOrChance())),
        Map.entry(
            "PackagesHaveNoCycles",
            slices().matching("dev.depict.(**)").should().beFreeOfCycles()));
  }

  private static ArchRule onlyKnows(String layer, String... known) {
    String[] allowed = new String[known.length + PLAIN_JAVA.length];
    System.arraycopy(known, 0, allowed, 0, known.length);
    System.arraycopy(PLAIN_JAVA, 0, allowed, known.length, PLAIN_JAVA.length);
    return classes()
        .that()
        .resideInAPackage(layer)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }

  private static ArchRule knowsNothingOf(String layer, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(layer)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  private static ArchRule knowsNoOtherAdapter(String adapter) {
    return knowsNothingOf(
        adapter, ADAPTERS.stream().filter(other -> !other.equals(adapter)).toArray(String[]::new));
  }

  /** The stand-in for a provider can be wrong only by itself. */
  private static ArchRule onlyKnowsOfDepict(String own) {
    return classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat(resideInAPackage(own).or(resideOutsideOfPackage("dev.depict..")));
  }

  private static ArchRule onlyIn(String library, String... shelves) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(shelves)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static DescribedPredicate<JavaCall<?>> readsClockOrChance() {
    return DescribedPredicate.describe(
        "the target reads the clock or draws randomness",
        call -> {
          AccessTarget target = call.getTarget();
          return UNSETTABLE
              .getOrDefault(target.getOwner().getFullName(), Set.of())
              .contains(target.getName());
        });
  }
}
