package dev.depict.cli.command;

import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Json;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.ListTasksResponse;
import dev.depict.proto.v1.Task;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists tasks. */
@Command(
    name = "list",
    description = "List tasks, the newest first.",
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  depict task list --status failed --source photos/")
final class TaskListCommand implements Callable<Integer> {
  private static final int LARGEST_PAGE = 1000;

  private final Invocation invocation;
  @Mixin private FilterOptions filter = new FilterOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most tasks to show. Default: ${DEFAULT-VALUE}.")
  private int limit = 50;

  @Option(
      names = "--page-token",
      paramLabel = "TOKEN",
      description = "Go on where an earlier list ended, with the same filter.")
  private String pageToken = "";

  @Option(
      names = "--estimate",
      description = "Tell when all tasks of the filter may be expected to be finished.")
  private boolean estimate;

  @Mixin private OutputOption output = new OutputOption();

  TaskListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var table = new TaskTable(invocation.terminal(), invocation.times());
    String token = pageToken;
    String finish = "";
    int left = Math.max(1, limit);
    try (Remote remote = invocation.connect()) {
      do {
        var page = page(remote, token, Math.min(left, LARGEST_PAGE));
        show(page.getTasksList(), table);
        left -= page.getTasksCount();
        token = page.getNextPageToken();
        finish = finish(page);
      } while (left > 0 && !token.isEmpty());
    }
    if (!output.json()) {
      table.lines().forEach(invocation::print);
    }
    if (estimate) {
      invocation.note(finish);
    }
    if (!token.isEmpty()) {
      invocation.note("there are more: the same command with --page-token=" + token);
    }
    return 0;
  }

  private void show(List<Task> tasks, TaskTable table) {
    if (output.json()) {
      tasks.forEach(task -> invocation.print(Json.of(task)));
    } else {
      tasks.forEach(table::add);
    }
  }

  private String finish(ListTasksResponse page) {
    return page.hasEstimatedFinishTime()
        ? "all of these done about " + invocation.times().shown(page.getEstimatedFinishTime())
        : "nobody knows when all of these will be done, or nothing waits; see `depict queue`";
  }

  private ListTasksResponse page(Remote remote, String token, int size) {
    var request =
        ListTasksRequest.newBuilder()
            .setFilter(filter.filter())
            .setPageToken(token)
            .setPageSize(size)
            .setEstimateFinish(estimate)
            .build();
    return remote.task(stub -> stub.listTasks(request));
  }
}
