package dev.depict.gemini.http;

import com.google.genai.Client;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The client of the key in use. Another key brings another client; the old one is closed when the
 * last call that uses it has ended. Safe for concurrent use.
 */
public final class Clients implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Endpoint endpoint;
  private Optional<Keyed> current = Optional.empty();

  public Clients(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** The client of that key, to be given back. */
  public Lease lease(String key) {
    lock.lock();
    try {
      if (current.filter(keyed -> keyed.key.equals(key)).isEmpty()) {
        Keyed opened = new Keyed(key, Connections.open(endpoint, key));
        retire();
        current = Optional.of(opened);
      }
      Keyed keyed = current.orElseThrow();
      keyed.users++;
      return new Lease(keyed);
    } finally {
      lock.unlock();
    }
  }

  /**
   * A client that never reaches the network, to be closed.
   *
   * @param json what it answers
   */
  public Client answering(String json) {
    return Connections.answering(endpoint, json);
  }

  /** Closes the client as soon as no call uses it. */
  @Override
  public void close() {
    lock.lock();
    try {
      retire();
    } finally {
      lock.unlock();
    }
  }

  private void retire() {
    current.ifPresent(keyed -> {
      keyed.retired = true;
      closeIfDone(keyed);
    });
    current = Optional.empty();
  }

  private static void closeIfDone(Keyed keyed) {
    if (keyed.retired && keyed.users == 0) {
      keyed.client.close();
    }
  }

  /** The use of a client by one call. */
  public final class Lease implements AutoCloseable {
    private final Keyed keyed;

    private Lease(Keyed keyed) {
      this.keyed = keyed;
    }

    public Client client() {
      return keyed.client;
    }

    @Override
    public void close() {
      lock.lock();
      try {
        keyed.users--;
        closeIfDone(keyed);
      } finally {
        lock.unlock();
      }
    }
  }

  /** A client and how it is used; guarded by the lock. */
  private static final class Keyed {
    private final String key;
    private final Client client;
    private int users;
    private boolean retired;

    private Keyed(String key, Client client) {
      this.key = key;
      this.client = client;
    }
  }
}
