/** One analysis of one picture, and what it cost. */
package dev.depict.domain.answer;
