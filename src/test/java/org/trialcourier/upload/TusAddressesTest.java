// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.trialcourier.connect.TokenSource;
import org.trialcourier.faults.ScriptedServer;
import org.trialcourier.wire.PartInfo;
import org.trialcourier.work.Sha256;

/** Where uploads lie, and which server may see the token: addresses and redirects (tus 1.0, Location). */
class TusAddressesTest extends ScriptedSending {
    @Test
    void takesAbsoluteAndRelativeAddresses() throws Exception {
        server.location("../files/");
        send();
        assertArrived();
        server.location(server.url() + "/");
        transport(TokenSource.none())
                .send(submission.announcement(), submission.parts().get(1), memory, progress);
        PartInfo other = submission.parts().get(1).info();
        assertThat(Sha256.hex(server.bytes(other.size()))).isEqualTo(other.sha256());
    }

    @Test
    void neverShowsTheTokenToAnotherServer() throws Exception {
        try (ScriptedServer other = new ScriptedServer()) {
            server.want("secret").answer("POST", 307, "Location", other.url().toString());
            other.want("secret");
            TokenSource tokens = TokenSource.fixed("secret");
            assertThatThrownBy(() -> sendWith(tokens)).hasMessage("SignInNeeded");
            assertThat(other.log()).containsExactly("POST /files");
            server.answer("POST", 201, "Location", other.url() + "/1");
            assertThatThrownBy(() -> sendWith(tokens)).hasMessage("SignInNeeded");
        }
    }

    @Test
    void followsARedirectWithinTheSameServer() throws Exception {
        server.want("secret").answer("POST", 308, "Location", "/files");
        sendWith(TokenSource.fixed("secret"));
        assertArrived();
    }
}
