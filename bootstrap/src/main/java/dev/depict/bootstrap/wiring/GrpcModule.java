package dev.depict.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.in.AwaitTask;
import dev.depict.application.port.in.CancelTask;
import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.in.EstimateIngest;
import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.ListTasks;
import dev.depict.application.port.in.ProcessQueue;
import dev.depict.application.port.in.RetryTask;
import dev.depict.application.port.in.WatchTasks;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.Timer;
import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.lifecycle.Instance;
import dev.depict.bootstrap.lifecycle.Version;
import dev.depict.grpc.GrpcServer;
import dev.depict.grpc.GrpcSettings;
import dev.depict.grpc.Listen;
import dev.depict.grpc.ServerFacts;
import dev.depict.grpc.UseCases;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The gRPC server over the use cases. Where it listens comes from another module. */
@Module
public interface GrpcModule {
  @Provides
  static UseCases useCases(UseCases.Tasks tasks, UseCases.Queue queue) {
    return new UseCases(tasks, queue);
  }

  @Provides
  static UseCases.Tasks tasks(
      IngestImage ingest,
      EstimateIngest estimate,
      FindTask find,
      ListTasks list,
      AwaitTask await,
      WatchTasks watch,
      CancelTask cancel,
      RetryTask retry) {
    return new UseCases.Tasks(ingest, estimate, find, list, await, watch, cancel, retry);
  }

  @Provides
  static UseCases.Queue queue(ControlQueue control, ProcessQueue process) {
    return new UseCases.Queue(control, process);
  }

  @Provides
  static ServerFacts facts(Settings settings, InstantSource clock) {
    return new ServerFacts(
        Version.text(), Instance.NAME, settings.dataDir().toString(), clock.instant());
  }

  @Provides
  @Singleton
  static GrpcServer server(
      UseCases useCases,
      ServerFacts facts,
      Listen listen,
      Settings settings,
      Timer timer,
      IdSource ids) {
    return new GrpcServer(
        useCases,
        facts,
        GrpcSettings.standard(listen).withMaxMessageBytes(settings.maxMessageBytes()),
        timer,
        ids);
  }
}
