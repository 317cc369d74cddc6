/** Everything that is only read: MyBatis mappers, their rows, and the threads that run them. */
package dev.depict.sqlite.read;
