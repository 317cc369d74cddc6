/** Time and ids that a test sets. */
package dev.depict.testkit.time;
