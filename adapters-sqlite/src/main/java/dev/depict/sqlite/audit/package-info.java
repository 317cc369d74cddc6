/**
 * Checks whether what is stored agrees with itself. What has to fit together is compared in one
 * statement, which sees the database at one moment, so that no change beside it looks like a fault.
 */
package dev.depict.sqlite.audit;
