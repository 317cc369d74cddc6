package dev.depict.bootstrap.crash;

import dev.depict.bootstrap.crash.Ack.Kind;
import dev.depict.bootstrap.crash.Line.Connection;
import dev.depict.proto.v1.CheckDataRequest;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.MediaServiceGrpc;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.ReadMediaRequest;
import dev.depict.proto.v1.ReadMediaResponse;
import dev.depict.proto.v1.TaskStatus;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Whether a server tells what was acknowledged and watched.
 *
 * @param view how the watcher knows each task to stand
 * @param faults where to put what is otherwise
 */
record LiveCheck(Connection server, Map<String, TaskStatus> view, Collection<String> faults) {
  /** So many pictures are read back over the wire; all of them are checked in the data folder. */
  private static final int READ = 100;

  void compare(List<Ack> acks) {
    of(acks, ack -> ack.kind() == Kind.CREATED).forEach(this::compareStatus);
    of(acks, ack -> ack.kind() == Kind.UPLOADED).stream().limit(READ).forEach(this::read);
    of(acks, ack -> ack.kind() == Kind.CREATED).stream().limit(READ).forEach(this::read);
    checkData();
  }

  /** What the server itself finds when it looks at all its data. */
  private void checkData() {
    QueueServiceGrpc.newBlockingStub(server.channel())
        .checkData(CheckDataRequest.getDefaultInstance())
        .getFaultsList()
        .forEach(fault -> faults.add("%s: %s".formatted(fault.getSubject(), fault.getProblem())));
  }

  private static List<Ack> of(List<Ack> acks, Predicate<Ack> condition) {
    return acks.stream().filter(condition).distinct().toList();
  }

  /** One whose last event has no status is deleted. */
  private boolean isGone(Ack ack) {
    return view.get(ack.task()) == TaskStatus.TASK_STATUS_UNSPECIFIED;
  }

  private void compareStatus(Ack ack) {
    try {
      var request = GetTaskRequest.newBuilder().setName(ack.taskName()).build();
      TaskStatus status = server.tasks().getTask(request).getTask().getStatus();
      if (status != view.get(ack.task())) {
        faults.add("%s is %s, but was seen %s".formatted(ack, status, view.get(ack.task())));
      }
    } catch (StatusRuntimeException e) {
      if (!isGone(ack) || e.getStatus().getCode() != Code.NOT_FOUND) {
        faults.add("%s cannot be read: %s".formatted(ack, e.getStatus()));
      }
    }
  }

  private void read(Ack ack) {
    try {
      var request = ReadMediaRequest.newBuilder().setName("media/" + ack.value()).build();
      Iterator<ReadMediaResponse> pieces =
          MediaServiceGrpc.newBlockingStub(server.channel()).readMedia(request);
      var content = new ByteArrayOutputStream();
      pieces.forEachRemaining(piece -> content.writeBytes(piece.getContent().toByteArray()));
      if (!Digests.sha256(content.toByteArray()).equals(ack.value())) {
        faults.add("the picture of %s is another one".formatted(ack));
      }
    } catch (StatusRuntimeException e) {
      faults.add("the picture of %s cannot be read: %s".formatted(ack, e.getStatus()));
    }
  }
}
