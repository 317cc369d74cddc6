package dev.depict.bootstrap.crash;

import java.io.IOException;
import java.util.Map;

/** What becomes of a server's files when it is killed. */
interface Power {
  /** With what a server is started, so that this works. Called before each start. */
  Map<String, String> environment() throws IOException;

  /** The server has been killed. */
  void lost() throws IOException;

  /** A killed process alone: the system keeps what it had written. */
  static Power stays() {
    return new Power() {
      @Override
      public Map<String, String> environment() {
        return Map.of();
      }

      @Override
      public void lost() {}
    };
  }
}
