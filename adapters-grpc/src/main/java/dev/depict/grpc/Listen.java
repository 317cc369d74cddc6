package dev.depict.grpc;

/** Where the server takes calls. */
public sealed interface Listen {
  /**
   * A TCP socket, in plain text.
   *
   * @param host name or address of one of this machine's interfaces
   * @param port 0 lets the system choose
   */
  record Tcp(String host, int port) implements Listen {
    @Override
    public String toString() {
      return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
  }

  /** No socket: callers in the same process, by name. */
  record InProcess(String name) implements Listen {
    @Override
    public String toString() {
      return "in-process:" + name;
    }
  }
}
