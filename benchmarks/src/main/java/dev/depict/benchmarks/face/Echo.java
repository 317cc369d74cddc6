package dev.depict.benchmarks.face;

import dev.depict.benchmarks.program.Child;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A gRPC server that does nothing: what gRPC alone can do here. It answers with the first 400 bytes
 * that came, as many as an answer about a new task has, on the thread that reads them.
 */
public final class Echo {
  static final MethodDescriptor<byte[], byte[]> METHOD = Bytes.method("bench.Echo/Echo");

  private static final int ANSWER_BYTES = 400;
  private static final Pattern LISTENS = Pattern.compile("^echo on (\\S+)$");

  private Echo() {}

  /** Runs until it is killed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Server server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .directExecutor()
            .addService(
                ServerServiceDefinition.builder("bench.Echo")
                    .addMethod(
                        METHOD,
                        ServerCalls.asyncUnaryCall((message, call) -> {
                          call.onNext(Arrays.copyOf(message, ANSWER_BYTES));
                          call.onCompleted();
                        }))
                    .build())
            .build()
            .start();
    System.out.println("echo on 127.0.0.1:" + server.getPort());
    server.awaitTermination();
  }

  static Child start(Path folder) throws IOException {
    return Child.start(
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=io.grpc.netty.shaded",
            "--sun-misc-unsafe-memory-access=allow",
            "-p",
            System.getProperty("jdk.module.path"),
            "--add-modules",
            "ALL-MODULE-PATH",
            "-m",
            "dev.depict.benchmarks/" + Echo.class.getName()),
        LISTENS,
        folder.resolve("echo.log"));
  }
}
