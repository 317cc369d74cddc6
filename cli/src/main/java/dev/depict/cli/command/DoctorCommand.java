package dev.depict.cli.command;

import dev.depict.cli.port.CommandFailed;
import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Amounts;
import dev.depict.cli.text.Json;
import dev.depict.proto.v1.CheckDataRequest;
import dev.depict.proto.v1.CheckDataResponse;
import dev.depict.proto.v1.DataFault;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the data of a server. */
@Command(
    name = "doctor",
    description = "Check whether all that is stored agrees with itself; changes nothing.",
    footerHeading = "%n",
    footer = "Exit code: 0 all is well, 1 there are faults, or the check failed.")
final class DoctorCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private OutputOption output = new OutputOption();

  DoctorCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (Remote remote = invocation.connect()) {
      CheckDataResponse found =
          remote.queueWithoutEnd(stub -> stub.checkData(CheckDataRequest.getDefaultInstance()));
      if (output.json()) {
        invocation.print(Json.of(found));
      } else {
        found.getFaultsList().forEach(this::print);
        invocation.print(
            Amounts.of(found.getCheckedCount(), "thing")
                + " checked: "
                + (found.getFaultsCount() == 0
                    ? "all is well."
                    : Amounts.of(found.getFaultsCount(), "fault") + "."));
      }
      return found.getFaultsCount() == 0 ? 0 : CommandFailed.FAILURE;
    }
  }

  private void print(DataFault fault) {
    invocation.print(fault.getSubject() + ": " + fault.getProblem());
    invocation.print("  to repair: " + fault.getRepair());
  }
}
