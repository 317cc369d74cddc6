package dev.depict.bootstrap.scenario;

import dagger.BindsInstance;
import dagger.Component;
import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.wiring.AnalyzerModule;
import dev.depict.bootstrap.wiring.ApplicationModule;
import dev.depict.bootstrap.wiring.Depict;
import dev.depict.bootstrap.wiring.DispatchModule;
import dev.depict.bootstrap.wiring.GrpcModule;
import dev.depict.bootstrap.wiring.MediaModule;
import dev.depict.bootstrap.wiring.SocketModule;
import dev.depict.bootstrap.wiring.SqliteModule;
import dev.depict.bootstrap.wiring.ThreadModule;
import dev.depict.bootstrap.wiring.TimeModule;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;

/** {in-memory, SQLite} × {scripted, Gemini} × {in process, socket}: each exchange is one module. */
final class Combinations {
  private Combinations() {}

  static Map<String, Function<Settings, Depict>> all() {
    return Map.ofEntries(
        Map.entry(
            "InMemoryScriptedInProcess",
            settings -> DaggerCombinations_InMemoryScriptedInProcess.factory().create(settings)),
        Map.entry(
            "InMemoryScriptedSocket",
            settings -> DaggerCombinations_InMemoryScriptedSocket.factory().create(settings)),
        Map.entry(
            "InMemoryGeminiInProcess",
            settings -> DaggerCombinations_InMemoryGeminiInProcess.factory().create(settings)),
        Map.entry(
            "InMemoryGeminiSocket",
            settings -> DaggerCombinations_InMemoryGeminiSocket.factory().create(settings)),
        Map.entry(
            "SqliteScriptedInProcess",
            settings -> DaggerCombinations_SqliteScriptedInProcess.factory().create(settings)),
        Map.entry(
            "SqliteScriptedSocket",
            settings -> DaggerCombinations_SqliteScriptedSocket.factory().create(settings)),
        Map.entry(
            "SqliteGeminiInProcess",
            settings -> DaggerCombinations_SqliteGeminiInProcess.factory().create(settings)),
        Map.entry(
            "SqliteGeminiSocket",
            settings -> DaggerCombinations_SqliteGeminiSocket.factory().create(settings)));
  }

  @Singleton
  @Component(
      modules = {
        TimeModule.class,
        ThreadModule.class,
        MediaModule.class,
        ApplicationModule.class,
        DispatchModule.class,
        GrpcModule.class,
        InMemoryModule.class,
        ScriptedModule.class,
        InProcessModule.class
      })
  interface InMemoryScriptedInProcess extends Depict {
    /** Puts it together. */
    @Component.Factory
    interface Factory {
      InMemoryScriptedInProcess create(@BindsInstance Settings settings);
    }
  }

  @Singleton
  @Component(
      modules = {
        TimeModule.class,
        ThreadModule.class,
        MediaModule.class,
        ApplicationModule.class,
        DispatchModule.class,
        GrpcModule.class,
        InMemoryModule.class,
        ScriptedModule.class,
        SocketModule.class
      })
  interface InMemoryScriptedSocket extends Depict {
    /** Puts it together. */
    @Component.Factory
    interface Factory {
      InMemoryScriptedSocket create(@BindsInstance Settings settings);
    }
  }

  @Singleton
  @Component(
      modules = {
        TimeModule.class,
        ThreadModule.class,
        MediaModule.class,
        ApplicationModule.class,
        DispatchModule.class,
        GrpcModule.class,
        InMemoryModule.class,
        AnalyzerModule.class,
        InProcessModule.class
      })
  interface InMemoryGeminiInProcess extends Depict {
    /** Puts it together. */
    @Component.Factory
    interface Factory {
      InMemoryGeminiInProcess create(@BindsInstance Settings settings);
    }
  }

  @Singleton
  @Component(
      modules = {
        TimeModule.class,
        ThreadModule.class,
        MediaModule.class,
        ApplicationModule.class,
        DispatchModule.class,
        GrpcModule.class,
        InMemoryModule.class,
        AnalyzerModule.class,
        SocketModule.class
      })
  interface InMemoryGeminiSocket extends Depict {
    /** Puts it together. */
    @Component.Factory
    interface Factory {
      InMemoryGeminiSocket create(@BindsInstance Settings settings);
    }
  }

  @Singleton
  @Component(
      modules = {
        TimeModule.class,
        ThreadModule.class,
        MediaModule.class,
        ApplicationModule.class,
        DispatchModule.class,
        GrpcModule.class,
        SqliteModule.class,
        ScriptedModule.class,
        InProcessModule.class
      })
  interface SqliteScriptedInProcess extends Depict {
    /** Puts it together. */
    @Component.Factory
    interface Factory {
      SqliteScriptedInProcess create(@BindsInstance Settings settings);
    }
  }

  @Singleton
  @Component(
      modules = {
        TimeModule.class,
        ThreadModule.class,
        MediaModule.class,
        ApplicationModule.class,
        DispatchModule.class,
        GrpcModule.class,
        SqliteModule.class,
        ScriptedModule.class,
        SocketModule.class
      })
  interface SqliteScriptedSocket extends Depict {
    /** Puts it together. */
    @Component.Factory
    interface Factory {
      SqliteScriptedSocket create(@BindsInstance Settings settings);
    }
  }

  @Singleton
  @Component(
      modules = {
        TimeModule.class,
        ThreadModule.class,
        MediaModule.class,
        ApplicationModule.class,
        DispatchModule.class,
        GrpcModule.class,
        SqliteModule.class,
        AnalyzerModule.class,
        InProcessModule.class
      })
  interface SqliteGeminiInProcess extends Depict {
    /** Puts it together. */
    @Component.Factory
    interface Factory {
      SqliteGeminiInProcess create(@BindsInstance Settings settings);
    }
  }

  @Singleton
  @Component(
      modules = {
        TimeModule.class,
        ThreadModule.class,
        MediaModule.class,
        ApplicationModule.class,
        DispatchModule.class,
        GrpcModule.class,
        SqliteModule.class,
        AnalyzerModule.class,
        SocketModule.class
      })
  interface SqliteGeminiSocket extends Depict {
    /** Puts it together. */
    @Component.Factory
    interface Factory {
      SqliteGeminiSocket create(@BindsInstance Settings settings);
    }
  }
}
