/** What is known of each model: how it counts, thinks and costs. */
package dev.depict.gemini.model;
