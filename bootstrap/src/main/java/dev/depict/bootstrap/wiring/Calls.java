package dev.depict.bootstrap.wiring;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the virtual threads that wait for providers. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Calls {}
