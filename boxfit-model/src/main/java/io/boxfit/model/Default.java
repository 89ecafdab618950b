package io.boxfit.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a recipe file may leave out: the value of a record component that is not written, as YAML.
 *
 * <p>Components without it are obligatory.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {

  /** The value as it would stand in a recipe file; empty for "not set" (an empty Optional). */
  String value();

  /**
   * Whether full recipes say it where it is the default: not for what came after recipes were
   * written, so that their digests stand.
   */
  boolean written() default true;
}
