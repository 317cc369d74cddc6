/** The running whole: what begins and ends, and in which order. */
package dev.depict.bootstrap.lifecycle;
