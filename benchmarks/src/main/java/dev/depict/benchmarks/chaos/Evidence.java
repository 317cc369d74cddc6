package dev.depict.benchmarks.chaos;

import dev.depict.emulator.book.Arrival;
import dev.depict.emulator.book.Books;
import dev.depict.proto.v1.DataFault;
import dev.depict.proto.v1.Queue;
import dev.depict.proto.v1.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a run when it is over.
 *
 * @param cases one for each task
 * @param books of the provider
 * @param queue as the server shows it in the end
 * @param faults what the server finds wrong with its own data
 */
record Evidence(
    ChaosSettings settings,
    List<Case> cases,
    Books books,
    Queue queue,
    List<DataFault> faults,
    Journal journal) {
  Evidence {
    cases = List.copyOf(cases);
    faults = List.copyOf(faults);
  }

  static Evidence of(ChaosSettings settings, Client client, Books books, Journal journal) {
    var cases = new ArrayList<Case>();
    for (Task task : client.tasks()) {
      int picture = Integer.parseInt(task.getSource());
      cases.add(Case.of(picture, task, books.withCode(picture).arrivals()));
    }
    return new Evidence(settings, cases, books, client.queue(), client.check(), journal);
  }

  Stream<Try> tries() {
    return cases.stream().flatMap(each -> each.tries().stream());
  }

  /** The calls of one model, in the order of time. */
  List<Arrival> calls(String model) {
    return books.where(arrival -> arrival.model().equals(model)).arrivals();
  }
}
