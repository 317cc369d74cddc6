/** The server that speaks {@code depict.v1}. The way of a call: service, mapper, use case. */
package dev.depict.grpc;
