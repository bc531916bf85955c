// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Receipt RECEIPT = new Receipt(
            ID, "LUMEN-301", "014", "014-0007", "BL", 3, 4, 5, "a".repeat(64), 1, "2026-11-22T10:00:00Z", "r");

    @Test
    void canonicalFormSortsKeysAndUsesTheShortestEscapes() {
        String json = new String(
                WireJson.canonical(Map.of("b", List.of(1, true), "a", "é\"\\\n\u0001/", "A", Map.of())),
                StandardCharsets.UTF_8);
        assertThat(json).isEqualTo("{\"A\":{},\"a\":\"é\\\"\\\\\\n\\u0001/\",\"b\":[1,true]}");
    }

    @Test
    void aSignatureHoldsForWhatWasSignedAndForNothingElse() throws Exception {
        SignedReceipt signed = sign(RECEIPT);
        assertThat(signed.holds()).isTrue();
        Receipt other = new Receipt(
                ID, "LUMEN-301", "014", "014-0007", "BL", 4, 4, 5, "a".repeat(64), 1, "2026-11-22T10:00:00Z", "r");
        assertThat(new SignedReceipt(other, signed.algorithm(), signed.publicKey(), signed.signature()).holds())
                .isFalse();
        assertThat(new SignedReceipt(RECEIPT, "none", signed.publicKey(), signed.signature()).holds())
                .isFalse();
        assertThat(new SignedReceipt(RECEIPT, signed.algorithm(), "###", signed.signature()).holds())
                .isFalse();
        assertThat(new SignedReceipt(RECEIPT, signed.algorithm(), sign(RECEIPT).publicKey(), signed.signature())
                        .holds())
                .isFalse();
    }

    @Test
    void messagesSurviveTheWayThere() throws Exception {
        SubmissionStatus status =
                new SubmissionStatus(ID, ServerState.RECEIVED, List.of(), List.of("a sentence"), sign(RECEIPT));
        assertThat(WireJson.read(WireJson.write(status), SubmissionStatus.class))
                .isEqualTo(status);
        assertThat(WireJson.writeText(status)).contains("\"state\":\"received\"");
    }

    @Test
    void unknownFieldsAreIgnoredAndMissingOnesAreNot() {
        assertThat(WireJson.read("{\"id\":\"a\",\"name\":\"b\",\"new\":[1]}", TrialSummary.class))
                .isEqualTo(new TrialSummary("a", "b"));
        assertThatThrownBy(() -> WireJson.read("{\"number\":1,\"fileName\":\"x\"}", PartInfo.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WireJson.read("{}", Announcement.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WireJson.read("<html>", SubmissionStatus.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("html");
    }

    private static SignedReceipt sign(Receipt receipt) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(WireJson.canonical(receipt));
        Base64.Encoder base64 = Base64.getEncoder();
        return new SignedReceipt(
                receipt,
                SignedReceipt.ED25519,
                base64.encodeToString(pair.getPublic().getEncoded()),
                base64.encodeToString(signature.sign()));
    }
}
