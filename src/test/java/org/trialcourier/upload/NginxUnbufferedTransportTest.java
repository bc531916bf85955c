// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import org.junit.jupiter.api.Tag;

/** The same with request buffering off, so that what came before a cut is kept. */
@Tag("peer")
class NginxUnbufferedTransportTest extends NginxTransportTest {
    @Override
    boolean buffering() {
        return false;
    }
}
