package dev.laurel.core;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.failure.InvalidValueException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The house style for the few value types that declare a copy method for their own use; otherwise
 * as {@link LaurelValue}.
 *
 * <p>An argument of {@code @Value.Immutable} would do the same, but would be written into the class
 * file, and a caller without Immutables on the class path would be warned of it at every use.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    strictBuilder = true,
    depluralize = true,
    defaultAsDefault = true,
    nullableAnnotation = "org.jspecify.annotations.Nullable",
    allowedClasspathAnnotations = CanIgnoreReturnValue.class,
    throwForInvalidImmutableState = InvalidValueException.class,
    defaults = @Value.Immutable(copy = true))
public @interface LaurelCopiedValue {}
