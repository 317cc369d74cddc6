/** What a broken machine looks like to the users of this module. */
package dev.depict.sqlite.error;
