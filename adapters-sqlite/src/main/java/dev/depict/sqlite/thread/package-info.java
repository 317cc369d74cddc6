/** How threads of this module wait. */
package dev.depict.sqlite.thread;
