package dev.laurel.core;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.failure.InvalidValueException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The house style for the value types that Immutables implements, applied once per package.
 *
 * <p>Callers see the abstract type and its nested builder, never the generated class. A value with
 * a missing attribute is an {@link InvalidValueException}; a builder sets each attribute once, and
 * a second time is an {@link IllegalStateException}. The reasons are in
 * {@code docs/decisions/0001-values-are-closed-abstract-classes.md}.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    strictBuilder = true,
    depluralize = true,
    depluralizeDictionary = "criterion:criteria",
    defaultAsDefault = true,
    nullableAnnotation = "org.jspecify.annotations.Nullable",
    allowedClasspathAnnotations = CanIgnoreReturnValue.class,
    throwForInvalidImmutableState = InvalidValueException.class,
    defaults = @Value.Immutable(copy = false))
public @interface LaurelValue {}
