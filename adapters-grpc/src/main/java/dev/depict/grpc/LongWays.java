package dev.depict.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Has calls that may wait for a disk handled by many threads, so that the others are handled by
 * few: many calls on few threads keep these awake, and to wake a thread takes as long as to look up
 * a task.
 */
record LongWays(Executor handlers) implements ServerCallExecutorSupplier {
  /** Null for the few threads on which every call begins. */
  @Override
  public <Q, R> @Nullable Executor getExecutor(ServerCall<Q, R> call, Metadata headers) {
    return CallRules.isShort(call.getMethodDescriptor()) ? null : handlers;
  }
}
