package dev.depict.benchmarks.face;

import dev.depict.proto.v1.Filter;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Clients that watch, each on a connection of its own. */
final class Watchers implements AutoCloseable {
  private final List<Client> clients = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
  private volatile @Nullable Sightings sightings;

  /** Returns when all of them are watching, from now on. */
  Watchers(String address, int count, IntFunction<Filter> filter) throws InterruptedException {
    var opened = new CountDownLatch(count);
    for (int number = 0; number < count; number++) {
      var client = new Client(address);
      clients.add(client);
      client.tasks.watchTasks(
          WatchTasksRequest.newBuilder().setFilter(filter.apply(number)).build(),
          new Watching(opened));
    }
    opened.await();
    check();
  }

  /** Where they note what they see from now on. */
  void note(Sightings next) {
    check();
    sightings = next;
  }

  private void check() {
    Throwable broken = failed.get();
    if (broken != null) {
      throw new IllegalStateException("a watch ended: " + broken.getMessage(), broken);
    }
  }

  @Override
  public void close() {
    clients.forEach(Client::close);
  }

  private final class Watching implements StreamObserver<WatchTasksResponse> {
    private final CountDownLatch opened;
    private boolean open;

    Watching(CountDownLatch opened) {
      this.opened = opened;
    }

    @Override
    public void onNext(WatchTasksResponse message) {
      Sightings noting = sightings;
      if (message.hasEvent() && noting != null) {
        noting.seen(message.getEvent());
      } else if (!open) {
        open = true;
        opened.countDown();
      }
    }

    @Override
    public void onError(Throwable error) {
      failed.compareAndSet(null, error);
      opened.countDown();
    }

    @Override
    public void onCompleted() {}
  }
}
