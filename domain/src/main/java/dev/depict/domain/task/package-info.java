/** The unit of the queue: a task, its life, its attempts and its events. */
package dev.depict.domain.task;
