/**
 * How far estimates are from the truth, when the provider counts otherwise than it publishes: the
 * packaged server and a stand-in for Gemini.
 */
package dev.depict.benchmarks.estimate;
