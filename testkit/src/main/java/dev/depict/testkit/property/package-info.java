/** Random histories of a store, checked step by step against a simple model of what must come. */
package dev.depict.testkit.property;
