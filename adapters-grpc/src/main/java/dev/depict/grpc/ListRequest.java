package dev.depict.grpc;

import dev.depict.application.port.in.ListTasks;
import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.proto.v1.Filter;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.ListTasksResponse;
import java.time.Instant;
import java.util.Optional;

/**
 * A page that is asked for.
 *
 * @param named the filter as it was sent, which the next page's token is bound to
 * @param size from 1 to {@value #MAX_SIZE}
 */
record ListRequest(TaskFilter filter, Filter named, Optional<PageToken> token, int size) {
  private static final int STANDARD_SIZE = 50;
  private static final int MAX_SIZE = 1_000;

  /**
   * @throws dev.depict.domain.error.InvalidRequest when a field cannot be used
   * @throws Refusal when the page token is none of this list
   */
  static ListRequest of(ListTasksRequest request) {
    var violations = new Violations();
    TaskFilter filter = FilterMapper.filter(request.getFilter(), violations);
    if (request.getPageSize() < 0) {
      violations.add(
          "page_size",
          request.getPageSize() + " is no number of tasks; give 1 to 1000, or 0 for 50");
    }
    violations.throwIfAny();
    int size = request.getPageSize() == 0 ? STANDARD_SIZE : request.getPageSize();
    return new ListRequest(
        filter,
        request.getFilter(),
        PageToken.read(request.getPageToken(), request.getFilter()),
        Math.min(size, MAX_SIZE));
  }

  Optional<TaskId> before() {
    return token.map(PageToken::before);
  }

  /** The page as it is sent; all pages of a list tell the position of the first one. */
  ListTasksResponse response(ListTasks.Page page, Optional<Instant> finishTime) {
    EventPosition position = token.map(PageToken::position).orElse(page.position());
    var response = ListTasksResponse.newBuilder().setResumeToken(ResumeToken.of(position));
    page.tasks().stream().map(TaskMapper::task).forEach(response::addTasks);
    finishTime.map(Times::timestamp).ifPresent(response::setEstimatedFinishTime);
    page.next()
        .map(next -> new PageToken(next, position).sealed(named))
        .ifPresent(response::setNextPageToken);
    return response.build();
  }
}
