package dev.depict.bootstrap.wiring;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import javax.inject.Qualifier;

/** Marks the virtual threads that wait for providers. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Calls {}
