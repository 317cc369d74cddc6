/** What the provider counts by: keys, tokens and money. */
package dev.depict.domain.quota;
