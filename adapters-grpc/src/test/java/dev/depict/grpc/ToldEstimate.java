package dev.depict.grpc;

import dev.depict.application.port.in.EstimateIngest;
import dev.depict.application.port.in.IngestImage;
import dev.depict.domain.quota.MicroDollars;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** An estimate that a test tells, of whatever is asked. */
final class ToldEstimate implements EstimateIngest {
  static final Estimation NOTHING =
      new Estimation(
          0, 0, 0, 0, MicroDollars.ZERO, false, new TreeSet<>(), Optional.empty(), List.of());

  volatile Estimation told = NOTHING;
  volatile List<IngestImage.Command> asked = List.of();

  @Override
  public Estimation estimate(List<IngestImage.Command> commands) {
    asked = commands;
    return told;
  }
}
