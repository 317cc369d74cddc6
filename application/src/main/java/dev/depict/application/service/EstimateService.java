package dev.depict.application.service;

import dev.depict.application.port.in.EstimateIngest;
import dev.depict.application.port.in.IngestImage.Command;
import dev.depict.application.port.in.IngestImage.Picture;
import dev.depict.application.port.out.KnownQuestions;
import dev.depict.application.port.out.QueueControl;
import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.question.Fingerprint;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.QuotaKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds up what ingesting would take, without ingesting. */
public final class EstimateService implements EstimateIngest {
  private static final int LARGEST_SIDE = 65_500;

  private final Pictures pictures;
  private final Drafting drafting;
  private final KnownQuestions questions;
  private final QueueControl control;
  private final FinishTimes finishTimes;

  public EstimateService(
      Pictures pictures,
      Drafting drafting,
      KnownQuestions questions,
      QueueControl control,
      FinishTimes finishTimes) {
    this.pictures = pictures;
    this.drafting = drafting;
    this.questions = questions;
    this.control = control;
    this.finishTimes = finishTimes;
  }

  private record Asked(Drafting.Draft draft, boolean fresh) {
    Question question() {
      return draft.question();
    }
  }

  @Override
  public Estimation estimate(List<Command> commands) {
    var asked = new ArrayList<Asked>(commands.size());
    var rejected = new ArrayList<Rejected>();
    for (int index = 0; index < commands.size(); index++) {
      Command command = commands.get(index);
      try {
        asked.add(new Asked(drafting.of(command, picture(command.picture())), command.fresh()));
      } catch (CallerMistake mistake) {
        rejected.add(new Rejected(index, mistake));
      }
    }
    List<Drafting.Draft> needed = needed(asked);
    var sum = new EstimateSum();
    needed.forEach(draft -> sum.add(draft.expectation()));
    return sum.estimation(asked.size() - needed.size(), finishTime(needed), rejected);
  }

  private Media picture(Picture picture) {
    return pictures.see(picture).map(Pictures.Seen::media).orElseGet(() -> largest(picture));
  }

  /** What is not here may be as large as a picture can be. */
  private static Media largest(Picture picture) {
    return switch (picture) {
      case Picture.Stored(var digest) ->
          new Media(digest, MediaFormat.JPEG, 1, LARGEST_SIDE, LARGEST_SIDE);
      case Picture.Content _, Picture.File _ ->
          throw new IllegalStateException("bytes that are at hand are not missing");
    };
  }

  /** Those that need a call: not answered, not under way, not asked before in the same breath. */
  private List<Drafting.Draft> needed(List<Asked> asked) {
    List<Question> all = asked.stream().map(Asked::question).toList();
    Set<Fingerprint> answered = questions.answered(all);
    Set<Fingerprint> taken = new HashSet<>(questions.underWay(all));
    var needed = new ArrayList<Drafting.Draft>();
    for (Asked one : asked) {
      Fingerprint fingerprint = one.question().fingerprint();
      boolean stored = !one.fresh() && answered.contains(fingerprint);
      if (!stored && taken.add(fingerprint)) {
        needed.add(one.draft());
      }
    }
    return needed;
  }

  /** The latest of all keys; what waits already is taken to go first. */
  private Optional<Instant> finishTime(List<Drafting.Draft> needed) {
    Map<QuotaKey, QueueControl.Backlog> backlogs = control.counts().backlogs();
    Map<QuotaKey, Long> calls =
        needed.stream()
            .collect(Collectors.groupingBy(draft -> draft.estimate().key(), Collectors.counting()));
    return FinishTimes.last(
        calls.entrySet().stream()
            .map(entry ->
                finishTimes.of(
                    entry.getKey(),
                    backlogs.getOrDefault(entry.getKey(), QueueControl.Backlog.NONE).calls()
                        + entry.getValue()))
            .toList());
  }
}
