package dev.depict.bootstrap.wiring;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the pool of platform threads that decode pictures. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Decoding {}
