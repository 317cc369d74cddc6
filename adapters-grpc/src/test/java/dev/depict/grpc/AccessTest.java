package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.depict.domain.hash.Sha256;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.PauseQueueRequest;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.testkit.time.SequentialIds;
import io.grpc.Channel;
import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.MetadataUtils;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, over real sockets. */
class AccessTest {
  private static final String READER = "canary-token-of-a-reader";
  private static final String WRITER = "canary-token-of-a-writer";

  @TempDir Path folder;
  private final Rig rig = new Rig();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
    rig.close();
  }

  @Test
  void a_token_lets_in_and_its_scope_says_how_far() throws Exception {
    int port = serve(new Security(Optional.empty(), Optional.of(tokens())));
    Channel channel = channel(port, InsecureChannelCredentials.create());

    var reader = QueueServiceGrpc.newBlockingStub(bearing(channel, READER));
    assertThat(reader.getQueue(GetQueueRequest.getDefaultInstance()).hasQueue()).isTrue();
    Status refused = Errors.of(() -> reader.pauseQueue(PauseQueueRequest.getDefaultInstance()));
    assertThat(refused.getCode()).isEqualTo(Code.PERMISSION_DENIED.getNumber());
    assertThat(Errors.info(refused).getReason()).isEqualTo("SCOPE_MISSING");
    assertThat(Errors.info(refused).getMetadataMap()).containsEntry("scope", "write");
    assertThat(refused.toString()).doesNotContain("canary");

    var writer = TaskServiceGrpc.newBlockingStub(bearing(channel, WRITER));
    assertThat(writer.ingest(picture("r-1")).hasTask()).isTrue();
  }

  @Test
  void a_call_without_a_token_or_with_a_wrong_one_is_refused_in_the_words_of_the_contract()
      throws Exception {
    int port = serve(new Security(Optional.empty(), Optional.of(tokens())));
    Channel channel = channel(port, InsecureChannelCredentials.create());
    var request = ListTasksRequest.getDefaultInstance();

    Status none = Errors.of(() -> TaskServiceGrpc.newBlockingStub(channel).listTasks(request));
    assertThat(none.getCode()).isEqualTo(Code.UNAUTHENTICATED.getNumber());
    assertThat(Errors.info(none).getReason()).isEqualTo("TOKEN_MISSING");

    var stranger = TaskServiceGrpc.newBlockingStub(bearing(channel, "canary-of-a-stranger"));
    Status wrong = Errors.of(() -> stranger.listTasks(request));
    assertThat(wrong.getCode()).isEqualTo(Code.UNAUTHENTICATED.getNumber());
    assertThat(Errors.info(wrong).getReason()).isEqualTo("TOKEN_UNKNOWN");
    assertThat(wrong.toString()).doesNotContain("canary");

    assertThat(
            HealthGrpc.newBlockingStub(channel)
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus())
        .isEqualTo(ServingStatus.NOT_SERVING);
  }

  @Test
  void the_tasks_of_two_tokens_are_of_two_people() throws Exception {
    Files.writeString(
        tokens(), line("other", "write other"), java.nio.file.StandardOpenOption.APPEND);
    int port = serve(new Security(Optional.empty(), Optional.of(folder.resolve("tokens"))));
    Channel channel = channel(port, InsecureChannelCredentials.create());

    var one = TaskServiceGrpc.newBlockingStub(bearing(channel, WRITER)).ingest(picture("same"));
    var two = TaskServiceGrpc.newBlockingStub(bearing(channel, "other")).ingest(picture("same"));

    assertThat(two.getTask().getName()).isNotEqualTo(one.getTask().getName());
    assertThat(two.getReplayed()).isFalse();
  }

  @Test
  void tls_shows_the_servers_certificate_and_plain_text_gets_nowhere() throws Exception {
    Certificates.Pair server = Certificates.make(folder, "server");
    int port =
        serve(new Security(Optional.of(tls(server, Optional.empty())), Optional.of(tokens())));

    var trusted = TlsChannelCredentials.newBuilder().trustManager(server.certificate().toFile());
    Channel channel = bearing(channel(port, trusted.build()), READER);
    assertThat(queue(channel).hasQueue()).isTrue();

    Channel untrusting = bearing(channel(port, TlsChannelCredentials.create()), READER);
    assertUnreached(untrusting);
    assertUnreached(bearing(channel(port, InsecureChannelCredentials.create()), READER));
  }

  @Test
  void with_a_client_ca_only_its_certificates_connect_and_name_the_caller() throws Exception {
    Certificates.Pair server = Certificates.make(folder, "server");
    Certificates.Pair client = Certificates.make(folder, "client");
    Certificates.Pair stranger = Certificates.make(folder, "stranger");
    int port =
        serve(
            new Security(
                Optional.of(tls(server, Optional.of(client.certificate()))), Optional.empty()));

    Channel known = channel(port, identity(server, client));
    assertThat(TaskServiceGrpc.newBlockingStub(known).ingest(picture("r")).hasTask()).isTrue();
    assertUnreached(channel(port, identity(server, stranger)));
    assertUnreached(
        channel(
            port,
            TlsChannelCredentials.newBuilder()
                .trustManager(server.certificate().toFile())
                .build()));
  }

  @Test
  void the_tasks_of_two_certificates_are_of_two_people() throws Exception {
    Certificates.Pair server = Certificates.make(folder, "server");
    Certificates.Pair anna = Certificates.make(folder, "anna");
    Certificates.Pair bert = Certificates.make(folder, "bert");
    Path both =
        Files.writeString(
            folder.resolve("clients.crt"),
            Files.readString(anna.certificate()) + Files.readString(bert.certificate()));
    int port = serve(new Security(Optional.of(tls(server, Optional.of(both))), Optional.empty()));

    Task first = ingested(port, identity(server, anna));
    Task again = ingested(port, identity(server, anna));
    Task other = ingested(port, identity(server, bert));

    assertThat(again.getName()).isEqualTo(first.getName());
    assertThat(other.getName()).isNotEqualTo(first.getName());
    assertThat(principal(first)).isEqualTo("CN=anna");
    assertThat(principal(other)).isEqualTo("CN=bert");
  }

  /** Always about the same picture, under the same request id. */
  private Task ingested(int port, ChannelCredentials credentials) {
    return TaskServiceGrpc.newBlockingStub(channel(port, credentials))
        .withDeadline(Rig.deadline())
        .ingest(picture("same"))
        .getTask();
  }

  private String principal(Task task) {
    return rig.store.tasks().find(Rig.id(task)).orElseThrow().origin().principal();
  }

  @Test
  void a_certificate_and_the_key_of_another_one_are_refused_at_the_start() throws Exception {
    Certificates.Pair one = Certificates.make(folder, "one");
    Certificates.Pair other = Certificates.make(folder, "other");

    assertThatThrownBy(() ->
            serve(
                new Security(
                    Optional.of(
                        tls(
                            new Certificates.Pair(one.certificate(), other.key()),
                            Optional.empty())),
                    Optional.empty())))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContainingAll("one.crt", "other.key", "belong together");
  }

  @Test
  void files_that_cannot_be_used_are_named() throws Exception {
    Certificates.Pair one = Certificates.make(folder, "one");
    Path missing = folder.resolve("missing.pem");

    assertRefused(
        tls(new Certificates.Pair(one.certificate(), missing), Optional.empty()), "missing.pem");
    assertRefused(
        tls(new Certificates.Pair(one.certificate(), one.certificate()), Optional.empty()),
        "belong");
    assertRefused(tls(one, Optional.of(one.key())), "one.key");
    assertThatThrownBy(() -> serve(new Security(Optional.empty(), Optional.of(missing))))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContainingAll("missing.pem", "sha256:");
  }

  private void assertRefused(Security.Tls tls, String words) {
    assertThatThrownBy(() -> serve(new Security(Optional.of(tls), Optional.empty())))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining(words);
  }

  private static void assertUnreached(Channel channel) {
    assertThatThrownBy(() -> queue(channel))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.UNAVAILABLE));
  }

  private static dev.depict.proto.v1.GetQueueResponse queue(Channel channel) {
    return QueueServiceGrpc.newBlockingStub(channel)
        .withDeadline(Rig.deadline())
        .getQueue(GetQueueRequest.getDefaultInstance());
  }

  private int serve(Security security) {
    var listen = new Listen.Tcp("127.0.0.1", 0);
    var server =
        new GrpcServer(
            rig.useCases(),
            Rig.FACTS,
            GrpcSettings.standard(listen).withSecurity(security),
            rig.watchTimer,
            new SequentialIds());
    open.add(server);
    server.start();
    return ((Listen.Tcp) server.address()).port();
  }

  private ManagedChannel channel(int port, ChannelCredentials credentials) {
    ManagedChannel channel = Grpc.newChannelBuilder("127.0.0.1:" + port, credentials).build();
    open.add(channel::shutdownNow);
    return channel;
  }

  private static ChannelCredentials identity(Certificates.Pair server, Certificates.Pair client)
      throws Exception {
    return TlsChannelCredentials.newBuilder()
        .trustManager(server.certificate().toFile())
        .keyManager(client.certificate().toFile(), client.key().toFile())
        .build();
  }

  private static Security.Tls tls(Certificates.Pair pair, Optional<Path> clientCa) {
    return new Security.Tls(pair.certificate(), pair.key(), clientCa);
  }

  private static Channel bearing(Channel channel, String token) {
    var headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private static IngestRequest picture(String requestId) {
    return Rig.async("1.png").setRequestId(requestId).build();
  }

  private Path tokens() throws Exception {
    return Files.writeString(
        folder.resolve("tokens"), line(READER, "read reader") + line(WRITER, "write writer"));
  }

  private static String line(String token, String rest) {
    byte[] hash = Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    return "sha256:" + HexFormat.of().formatHex(hash) + " " + rest + "\n";
  }
}
