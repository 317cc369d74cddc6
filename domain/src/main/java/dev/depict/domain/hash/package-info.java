/** The one hash that names pictures, questions and requests. */
package dev.depict.domain.hash;
