package dev.depict.cli.port;

import io.grpc.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the running server of the data folder, or starts one in this process. */
public interface ServerAccess {
  /**
   * Connects; a server that does not answer may show only with the first call.
   *
   * @param overrides settings given on the command line, by key
   * @param server {@code host:port} named by the caller; then no server is looked for or started
   * @throws CommandFailed when there is none and none can be started, or a setting is wrong
   */
  Connection connect(Map<String, String> overrides, Optional<String> server) throws CommandFailed;

  /** A server within reach. Closing it ends the channel, and the server if it runs in-process. */
  interface Connection extends AutoCloseable {
    /** For people: {@code host:port}. */
    String target();

    Channel channel();

    /** Whether the server runs in this process and ends with it. */
    boolean inProcess();

    /**
     * Has a server of this process begin to work the queue, which it does not do by itself: a
     * command that only looks must not spend anything. Does nothing for any other server.
     */
    void work();

    /** Lines to show once, such as which analyzer stands in and how to get a key. */
    List<String> notices();

    @Override
    void close();
  }
}
