/** What Depict needs of the world. Small on purpose; one method is one atomic change. */
package dev.depict.application.port.out;
