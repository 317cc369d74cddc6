/** Everything that decides an answer, and the fingerprint that names it. */
package dev.depict.domain.question;
