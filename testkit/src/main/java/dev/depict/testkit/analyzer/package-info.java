/** An analyzer that answers as it is told. */
package dev.depict.testkit.analyzer;
