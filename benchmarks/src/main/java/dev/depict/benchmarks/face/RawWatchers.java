package dev.depict.benchmarks.face;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Watchers of everything that parse nothing, each on a connection of its own. Those that are deaf
 * take the first mark and nothing after it.
 */
final class RawWatchers implements AutoCloseable {
  private static final MethodDescriptor<byte[], byte[]> WATCH =
      Bytes.method("depict.v1.TaskService/WatchTasks").toBuilder()
          .setType(MethodType.SERVER_STREAMING)
          .build();

  private final List<Client> clients = new ArrayList<>();
  private final AtomicLong messages = new AtomicLong();

  /** Returns when all of them are watching, from now on. */
  RawWatchers(String address, int count, boolean deaf) throws InterruptedException {
    var opened = new CountDownLatch(count);
    for (int number = 0; number < count; number++) {
      var client = new Client(address);
      clients.add(client);
      watch(client, deaf, opened);
    }
    opened.await();
  }

  /** How many they have taken, the marks included. */
  long messages() {
    return messages.get();
  }

  private void watch(Client client, boolean deaf, CountDownLatch opened) {
    ClientCall<byte[], byte[]> call = client.channel.newCall(WATCH, CallOptions.DEFAULT);
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onMessage(byte[] message) {
            messages.incrementAndGet();
            opened.countDown();
            if (!deaf) {
              call.request(1);
            }
          }
        },
        new Metadata());
    call.request(deaf ? 1 : 64);
    call.sendMessage(new byte[0]);
    call.halfClose();
  }

  @Override
  public void close() {
    clients.forEach(Client::close);
  }
}
