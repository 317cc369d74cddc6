package dev.depict.application.service;

import dev.depict.application.port.in.EstimateIngest;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.IngestImages;
import dev.depict.application.port.in.IngestImages.Entry;
import dev.depict.application.port.in.ReanalyzeTasks;
import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.Reanalyzable;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.error.QueueFull;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.util.List;
import java.util.Optional;

/** Asks again about pictures that have an answer, some hundreds in a transaction. */
public final class ReanalyzeService implements ReanalyzeTasks {
  private static final int AT_ONCE = 500;

  private final TaskRepository tasks;
  private final Reanalyzable candidates;
  private final MediaStore media;
  private final Drafting drafting;
  private final EstimateIngest estimates;
  private final IngestImages ingest;

  public ReanalyzeService(
      TaskRepository tasks,
      Reanalyzable candidates,
      MediaStore media,
      Drafting drafting,
      EstimateIngest estimates,
      IngestImages ingest) {
    this.tasks = tasks;
    this.candidates = candidates;
    this.media = media;
    this.drafting = drafting;
    this.estimates = estimates;
    this.ingest = ingest;
  }

  @Override
  public Result reanalyze(Command command) {
    var sum = new Result(tasks.count(command.filter()), 0, 0, 0, MicroDollars.ZERO);
    Optional<TaskId> before = Optional.empty();
    while (true) {
      List<Task> page = candidates.find(command.filter(), command.answeredBy(), before, AT_ONCE);
      if (page.isEmpty()) {
        return sum;
      }
      sum = with(sum, command, page);
      before = Optional.of(page.getLast().id());
    }
  }

  private Result with(Result sum, Command command, List<Task> page) {
    List<IngestImage.Command> again =
        page.stream()
            .filter(task -> media.info(task.media().digest()).isPresent())
            .map(task -> again(command, task))
            .toList();
    EstimateIngest.Estimation estimation = estimates.estimate(again);
    return new Result(
        sum.matched(),
        sum.created() + (command.dryRun() ? again.size() : create(again)),
        sum.mediaMissing() + page.size() - again.size(),
        sum.inputTokens() + estimation.inputTokens(),
        sum.cost().plus(estimation.cost()));
  }

  /** Where the question stays the same the stored answer is the one to be replaced. */
  private IngestImage.Command again(Command command, Task old) {
    IngestImage.Command reused = asks(command, old, false);
    boolean same =
        drafting
            .of(reused, old.media())
            .question()
            .fingerprint()
            .equals(old.question().fingerprint());
    return same ? asks(command, old, true) : reused;
  }

  private static IngestImage.Command asks(Command command, Task old, boolean fresh) {
    return new IngestImage.Command(
        command.principal(),
        new IngestImage.Picture.Stored(old.media().digest()),
        old.origin().source(),
        old.question().userPrompt(),
        old.question().contextText(),
        Optional.of(old.question().language()),
        command.model(),
        Optional.of(command.resolution().orElse(old.question().resolution())),
        Optional.of(command.lane().orElse(Lane.NORMAL)),
        old.origin().labels(),
        Optional.empty(),
        fresh,
        Optional.of(old.id()));
  }

  private long create(List<IngestImage.Command> again) {
    long created = 0;
    for (Entry entry : ingest.ingest(again, false)) {
      switch (entry) {
        case Entry.Stored _ -> created++;
        case Entry.Rejected(QueueFull full) -> throw full;
        case Entry.Rejected _ -> {} // Deleted meanwhile, with its picture or by itself.
      }
    }
    return created;
  }
}
