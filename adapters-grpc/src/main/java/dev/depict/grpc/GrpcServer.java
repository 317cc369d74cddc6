package dev.depict.grpc;

import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.Timer;
import dev.depict.proto.v1.DocumentServiceGrpc;
import dev.depict.proto.v1.SearchServiceGrpc;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Takes the calls of {@code depict.v1}, of health checks and of reflection. Its threads are
 * daemons: whoever starts it keeps the process alive. Safe for concurrent use.
 */
public final class GrpcServer implements AutoCloseable {
  private static final Duration CLOSING_GRACE = Duration.ofSeconds(5);

  private final GrpcSettings settings;
  private final ThreadPoolExecutor quick;
  private final ThreadPoolExecutor handlers;
  private final ThreadPoolExecutor readers;
  private final Health health = new Health();
  private final Connections connections;
  private final OpenWaits waits;
  private final OpenProcessings processings;
  private final OpenWatches watches;
  private final OpenUploads uploads;
  private final Server server;

  /**
   * Listens to nothing so far.
   *
   * @param timer for silent watches and for requests that stand still
   * @param ids names the faults that are logged
   * @throws ServerStartException when the address to listen on cannot be one, or a file of tokens
   *     or of TLS cannot be used
   */
  public GrpcServer(
      UseCases useCases, ServerFacts facts, GrpcSettings settings, Timer timer, IdSource ids) {
    this.settings = settings;
    this.connections = new Connections(settings.limits().connections());
    var calls = new OpenCalls(settings.limits(), timer);
    this.quick = Pools.bounded("depict-quick-", settings.quickThreads());
    this.handlers = Pools.bounded("depict-grpc-", settings.handlerThreads());
    this.readers = Pools.bounded("depict-watch-", settings.watchThreads());
    this.waits = new OpenWaits(useCases.tasks().await(), useCases.tasks().find());
    this.processings = new OpenProcessings(useCases.queue().process());
    this.watches = new OpenWatches(useCases.tasks().watch(), timer, readers, settings);
    this.uploads = new OpenUploads(useCases.media().upload(), handlers, timer);
    var builder =
        Transport.builder(settings)
            .executor(quick)
            .callExecutor(new LongWays(handlers))
            .addStreamTracerFactory(calls)
            // The last one sees a call first.
            .intercept(new LimitInterceptor(calls))
            .intercept(new AccessInterceptor(Doorkeeper.of(settings.security())))
            .intercept(new ErrorInterceptor(ids))
            .addTransportFilter(connections);
    var parsing = new LateParsing(settings.limits().messageBytes());
    services(useCases, facts)
        .forEach(service -> builder.addService(parsing.of(service.bindService())));
    this.server = builder.build();
  }

  /**
   * Begins to listen. Health says NOT_SERVING until {@link #ready}.
   *
   * @throws ServerStartException when the address is taken or not of this machine
   */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      stop(Duration.ZERO);
      throw Transport.notListening(settings.listen(), e);
    }
  }

  /** Where it listens, with the port that was chosen when 0 was asked for. */
  public Listen address() {
    return switch (settings.listen()) {
      case Listen.InProcess inProcess -> inProcess;
      case Listen.Tcp tcp -> new Listen.Tcp(tcp.host(), server.getPort());
    };
  }

  /** Waits until no client is connected any more. */
  public void awaitNoClients() throws InterruptedException {
    connections.awaitNone();
  }

  /** Tells by health checks whether calls are welcome. */
  public void ready(boolean ready) {
    health.ready(ready);
  }

  /**
   * Takes no more calls: health says NOT_SERVING, waiting calls get their task as it stands,
   * watches and calls that work on the queue end with UNAVAILABLE; what is left after the grace is
   * cut off. Returns when all has ended. May be called again.
   */
  public void stop(Duration grace) {
    if (!server.isShutdown()) {
      health.stop();
      server.shutdown();
    }
    watches.endAll();
    waits.endAll();
    processings.endAll();
    if (!ended(grace)) {
      server.shutdownNow();
      ended(CLOSING_GRACE);
    }
    quick.shutdownNow();
    handlers.shutdownNow();
    readers.shutdownNow();
  }

  /** Stops with five seconds of grace. */
  @Override
  public void close() {
    stop(CLOSING_GRACE);
  }

  private boolean ended(Duration within) {
    try {
      return server.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The last two offer nothing, but answer in the words of the contract. */
  private List<BindableService> services(UseCases useCases, ServerFacts facts) {
    var longCalls = new LongCalls();
    return List.of(
        new GrpcTaskService(useCases, settings.standardWait(), waits, watches, longCalls, handlers),
        new GrpcQueueService(useCases.queue(), processings, facts, longCalls),
        new GrpcMediaService(uploads, useCases.media().read()),
        health.service(),
        ProtoReflectionServiceV1.newInstance(),
        new SearchServiceGrpc.SearchServiceImplBase() {},
        new DocumentServiceGrpc.DocumentServiceImplBase() {});
  }
}
