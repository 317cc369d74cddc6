package dev.depict.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.in.AwaitTask;
import dev.depict.application.port.in.CancelTask;
import dev.depict.application.port.in.ChangeTasks;
import dev.depict.application.port.in.CheckData;
import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.in.DeleteTask;
import dev.depict.application.port.in.EstimateIngest;
import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.IngestImages;
import dev.depict.application.port.in.ListTasks;
import dev.depict.application.port.in.ProcessQueue;
import dev.depict.application.port.in.ReadMedia;
import dev.depict.application.port.in.ReanalyzeTasks;
import dev.depict.application.port.in.RetryTask;
import dev.depict.application.port.in.UploadMedia;
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
  static UseCases useCases(
      UseCases.Intake intake, UseCases.Tasks tasks, UseCases.Media media, UseCases.Queue queue) {
    return new UseCases(intake, tasks, media, queue);
  }

  @Provides
  static UseCases.Intake intake(
      IngestImage one, IngestImages many, EstimateIngest estimate, ReanalyzeTasks reanalyze) {
    return new UseCases.Intake(one, many, estimate, reanalyze);
  }

  @Provides
  static UseCases.Tasks tasks(
      FindTask find, ListTasks list, AwaitTask await, WatchTasks watch, UseCases.Changes changes) {
    return new UseCases.Tasks(find, list, await, watch, changes);
  }

  @Provides
  static UseCases.Changes changes(
      CancelTask cancel, RetryTask retry, DeleteTask delete, ChangeTasks all) {
    return new UseCases.Changes(cancel, retry, delete, all);
  }

  @Provides
  static UseCases.Media media(UploadMedia upload, ReadMedia read) {
    return new UseCases.Media(upload, read);
  }

  @Provides
  static UseCases.Queue queue(ControlQueue control, ProcessQueue process, CheckData check) {
    return new UseCases.Queue(control, process, check);
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
        GrpcSettings.standard(listen)
            .withSecurity(Doors.security(settings.server()))
            .withLimits(Doors.limits(settings.server())),
        timer,
        ids);
  }
}
