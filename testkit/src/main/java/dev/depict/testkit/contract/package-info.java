/** What every adapter of a port has to keep, as tests to be inherited. */
package dev.depict.testkit.contract;
