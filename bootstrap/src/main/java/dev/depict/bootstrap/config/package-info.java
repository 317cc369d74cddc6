/** Configuration: what can be set, where it comes from, and what it says once it is read. */
package dev.depict.bootstrap.config;
