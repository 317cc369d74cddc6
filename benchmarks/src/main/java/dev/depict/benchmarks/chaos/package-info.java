/**
 * A server between a provider that fails in every way and a machine that kills it: the packaged
 * program, a stand-in for Gemini, and at the end a comparison of what both wrote down, call by
 * call.
 */
package dev.depict.benchmarks.chaos;
