/** Who may call: tokens, what they allow, and the file that lists them. Knows no gRPC. */
package dev.depict.grpc.access;
