/** The server as the commands see it: stubs, refusals in words, a stream that resumes. */
package dev.depict.cli.remote;
