// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import java.util.function.Function;

/**
 * A value that may identify a person. Printing it shows dots; only the preview, the grouping and the de-identification
 * engine look inside, by {@link #reveal()}.
 *
 * @param <T> the type of the value
 */
public final class Phi<T> {
    private final T value;

    private Phi(T value) {
        this.value = value;
    }

    /** Wraps a value. */
    public static <T> Phi<T> of(T value) {
        return new Phi<>(value);
    }

    /** The value itself, for code that must see it. */
    public T reveal() {
        return value;
    }

    /** Derives another protected value. */
    public <R> Phi<R> map(Function<? super T, ? extends R> change) {
        return new Phi<>(change.apply(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phi<?> phi && value.equals(phi.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
