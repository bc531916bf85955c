// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.work;

/**
 * A piece of long work: a blocking method that reports to a {@link Progress} and stops when it is cancelled.
 *
 * @param <T> what it results in
 */
@FunctionalInterface
public interface Job<T> {
    /** Does the work. */
    T run(Progress progress) throws Exception;
}
