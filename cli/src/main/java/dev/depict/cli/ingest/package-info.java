/** Sending pictures and gathering their answers. */
package dev.depict.cli.ingest;
