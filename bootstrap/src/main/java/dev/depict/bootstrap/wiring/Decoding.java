package dev.depict.bootstrap.wiring;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import javax.inject.Qualifier;

/** Marks the pool of platform threads that decode pictures. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Decoding {}
