package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.in.IngestImage;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Pictures that are stored when the test says so. */
final class HeldIngest implements IngestImage {
  private final BlockingQueue<Held> held = new LinkedBlockingQueue<>();
  private @Nullable IngestImage real;

  /** A picture that was handed over. */
  record Held(CompletionStage<Result> result, CompletableFuture<Result> told) {
    void store() {
      result.thenAccept(told::complete);
    }

    void fail(RuntimeException why) {
      told.completeExceptionally(why);
    }
  }

  UseCases holding(UseCases useCases) {
    UseCases.Intake intake = useCases.intake();
    real = intake.one();
    return new UseCases(
        new UseCases.Intake(this, intake.many(), intake.estimate(), intake.reanalyze()),
        useCases.tasks(),
        useCases.media(),
        useCases.queue());
  }

  @Override
  public CompletionStage<Result> ingest(Command command) {
    var one = new Held(Objects.requireNonNull(real).ingest(command), new CompletableFuture<>());
    held.add(one);
    return one.told();
  }

  /** The next picture that was or will be handed over. */
  Held next() throws InterruptedException {
    @Nullable Held one = held.poll(Rig.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(one).isNotNull();
    return one;
  }
}
