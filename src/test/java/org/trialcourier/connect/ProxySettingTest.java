// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialcourier.problem.Problem;
import org.trialcourier.problem.ProblemException;

class ProxySettingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.hospital.example:80a80",
                "proxy.hospital.example:99999",
                "proxy.hospital.example:0",
                "http://proxy.hospital.example:8080",
                "desk:secret@proxy.hospital.example:8080",
                "proxy hospital",
                "8080",
                ":8080",
                "@proxy.hospital.example",
                "pac:",
                "pac:proxy.pac",
                "pac:http:///proxy.pac",
                "pac:ftp://proxy.hospital.example/proxy.pac",
                "pac:http://proxy.hospital.example/ proxy.pac"
            })
    void whatIsNoProxyIsAProblemAndNeverNoProxy(String setting) {
        assertThat(ProxySetting.isUnderstood(setting)).isFalse();
        assertThatThrownBy(() -> ProxySetting.read(setting, null))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(new Problem.ProxyUnusable()));
    }

    @Test
    void eachWayToWriteOneIsRead() throws Exception {
        assertThat(ProxySetting.read("", null)).isEqualTo(new ProxyChoice.OfSystem());
        assertThat(ProxySetting.read("system", null)).isEqualTo(new ProxyChoice.OfSystem());
        assertThat(ProxySetting.read("none", null)).isEqualTo(new ProxyChoice.None());
        assertThat(ProxySetting.read("proxy.hospital.example", "p"))
                .isEqualTo(new ProxyChoice.Manual("proxy.hospital.example", 8080, null, null));
        assertThat(ProxySetting.read(" WARD\\desk@10.0.0.1:3128 ", "p"))
                .isEqualTo(new ProxyChoice.Manual("10.0.0.1", 3128, "WARD\\desk", "p"));
        assertThat(ProxySetting.read("[::1]:3128", null)).isEqualTo(new ProxyChoice.Manual("[::1]", 3128, null, null));
        assertThat(ProxySetting.read("pac:file:/etc/proxy.pac", null))
                .isEqualTo(new ProxyChoice.Script(URI.create("file:/etc/proxy.pac")));
    }
}
