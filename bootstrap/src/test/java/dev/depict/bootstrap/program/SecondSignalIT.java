package dev.depict.bootstrap.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.fault.Faults;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.testkit.picture.Pictures;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop while a call hangs. */
class SecondSignalIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** As a shell says it of a program that a signal has ended. */
  private static final int KILLED = 130;

  @TempDir Path folder;

  @Test
  void the_second_signal_stops_at_once_what_the_first_one_waits_for() throws Exception {
    try (GeminiEmulator emulator =
            GeminiEmulator.start(EmulatorSettings.of(InstantSource.system()));
        var server =
            Program.serve(
                Map.of("GEMINI_API_KEY", "any", "GEMINI_BASE_URL", emulator.baseUrl().toString()),
                folder.resolve("data"),
                "--analyzer",
                "gemini")) {
      emulator.faults().onNext(Faults.ALWAYS, Fault.HANG);
      ingest(server.address());
      assertThat(emulator.awaitArrivals(1, PATIENCE)).isTrue();

      var _ = server.process().toHandle().destroy();
      server.awaitSaid("a second signal stops at once");
      var _ = server.process().toHandle().destroy();

      // A server that waits for its call ends with 0.
      assertThat(server.process().waitFor()).isEqualTo(KILLED);
    }
    try (var again = Program.serve(folder.resolve("data"))) {
      assertThat(again.process().isAlive()).as("the folder can be used again").isTrue();
    }
  }

  private static void ingest(String address) {
    ManagedChannel channel =
        Grpc.newChannelBuilder(address, InsecureChannelCredentials.create()).build();
    try {
      var _ =
          TaskServiceGrpc.newBlockingStub(channel)
              .ingest(
                  IngestRequest.newBuilder()
                      .setContent(ByteString.copyFrom(Pictures.png(1, 32, 32)))
                      .setMode(IngestMode.INGEST_MODE_ASYNC)
                      .build());
    } finally {
      channel.shutdownNow();
    }
  }
}
