/** Every change of tasks, answers, chunks and events, as commands for the writer. */
package dev.depict.sqlite.change;
