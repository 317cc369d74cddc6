/**
 * How much of a quota a server uses while work waits, and whether it ever asks for too much: the
 * packaged server and a stand-in for Gemini, each a process of its own, in real time.
 */
package dev.depict.benchmarks.quota;
