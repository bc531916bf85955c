// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SignedContentTest {
    private static final Map<String, String> PAYLOAD = Map.of("data/a.dcm", "1f", "data/b.dcm", "2e");

    @Test
    void theHashStandsForImagesAnswersSubjectAndSignerAndNotForItself() {
        String hash = SignedContent.hash(submission("S1", "yes", "A", ""), PAYLOAD);
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(SignedContent.hash(submission("S1", "yes", "A", hash), PAYLOAD))
                .isEqualTo(hash);
        assertThat(SignedContent.hash(submission("S2", "yes", "A", hash), PAYLOAD))
                .isNotEqualTo(hash);
        assertThat(SignedContent.hash(submission("S1", "no", "A", hash), PAYLOAD))
                .isNotEqualTo(hash);
        assertThat(SignedContent.hash(submission("S1", "yes", "B", hash), PAYLOAD))
                .isNotEqualTo(hash);
        assertThat(SignedContent.hash(submission("S1", "yes", "A", hash), Map.of("data/a.dcm", "1f")))
                .isNotEqualTo(hash);
        assertThat(SignedContent.hash(
                        submission("S1", "yes", "A", hash), Map.of("data/a.dcm", "2e", "data/b.dcm", "1f")))
                .isNotEqualTo(hash);
    }

    private static JsonNode submission(String subject, String contrast, String signer, String hash) {
        String text = """
            {"subject": "%s", "form": {"contrast": "%s"},
             "signature": {"name": "%s", "signedSha256": "%s"}}\
            """.formatted(subject, contrast, signer, hash);
        return WireJson.tree(text.getBytes(StandardCharsets.UTF_8));
    }
}
