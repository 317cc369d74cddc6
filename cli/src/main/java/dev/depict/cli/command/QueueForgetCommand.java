package dev.depict.cli.command;

import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Amounts;
import dev.depict.proto.v1.ForgetLearnedLimitsRequest;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.QuotaKey;
import dev.depict.proto.v1.QuotaKeyState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forgets learned limits. */
@Command(
    name = "forget",
    description = {
      "Forget the limits that the provider's refusals taught, so that the configured ones are in"
          + " force again. They are forgotten at midnight in Los Angeles anyway."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  depict queue forget", "  depict queue forget gemini-2.5-flash"})
final class QueueForgetCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = "Of this model alone. Default: of all.")
  private Optional<String> model = Optional.empty();

  QueueForgetCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (Remote remote = invocation.connect()) {
      List<ForgetLearnedLimitsRequest> requests =
          model
              .map(name -> keys(remote, name))
              .orElse(List.of(ForgetLearnedLimitsRequest.getDefaultInstance()));
      int forgotten = 0;
      for (ForgetLearnedLimitsRequest request : requests) {
        forgotten += remote.queue(stub -> stub.forgetLearnedLimits(request)).getForgottenCount();
      }
      invocation.print(
          forgotten == 0
              ? "Nothing was learned."
              : "Forgotten: %s. The configured ones are in force again."
                  .formatted(Amounts.of(forgotten, "learned limit")));
    }
    return 0;
  }

  private static List<ForgetLearnedLimitsRequest> keys(Remote remote, String model) {
    return remote
        .queue(stub -> stub.getQueue(GetQueueRequest.getDefaultInstance()))
        .getQueue()
        .getQuotaKeysList()
        .stream()
        .map(QuotaKeyState::getQuotaKey)
        .filter(key -> key.getModel().equals(model))
        .map(QueueForgetCommand::request)
        .toList();
  }

  private static ForgetLearnedLimitsRequest request(QuotaKey key) {
    return ForgetLearnedLimitsRequest.newBuilder().setQuotaKey(key).build();
  }
}
