// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class SilentLogTest {
    @Test
    void isFoundByLogback() {
        assertThat(ServiceLoader.load(Configurator.class)).anyMatch(found -> found instanceof SilentLog);
    }

    @Test
    void saysNothingAndAsksNobodyElse() {
        LoggerContext context = new LoggerContext();

        Configurator.ExecutionStatus next = new SilentLog().configure(context);

        assertThat(next).isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        assertThat(context.getLogger("org.trialcourier").isErrorEnabled()).isFalse();
    }
}
