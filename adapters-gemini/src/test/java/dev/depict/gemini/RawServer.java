package dev.depict.gemini;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every request with the same bytes, whatever they are, and closes the connection. */
final class RawServer implements AutoCloseable {
  private final AtomicInteger requests = new AtomicInteger();
  private final ServerSocket socket;
  private final byte[] response;
  private final boolean reading;

  private RawServer(String response, boolean reading) {
    this.reading = reading;
    this.response = response.getBytes(StandardCharsets.UTF_8);
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  static RawServer answering(String response) {
    return new RawServer(response, true);
  }

  /** Answers before it was asked. */
  static RawServer interrupting(String response) {
    return new RawServer(response, false);
  }

  static RawServer answering(String statusLine, String headers, String body) {
    return new RawServer(
        "HTTP/1.1 %s\r\n%sConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(statusLine, headers, body.getBytes(StandardCharsets.UTF_8).length, body),
        true);
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  int requests() {
    return requests.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        if (reading) {
          read(new BufferedInputStream(connection.getInputStream()));
          requests.incrementAndGet();
        }
        connection.getOutputStream().write(response);
        connection.getOutputStream().flush();
      } catch (IOException over) {
        // The next one, or the end.
      }
    }
  }

  private static void read(InputStream in) throws IOException {
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    in.readNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
