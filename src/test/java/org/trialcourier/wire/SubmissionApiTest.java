// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document says what the records say. */
class SubmissionApiTest {
    private final JsonNode document = WireJson.tree(WireJson.description());

    @ParameterizedTest
    @ValueSource(
            classes = {
                TrialSummary.class,
                PartInfo.class,
                Announcement.class,
                SubmissionStatus.class,
                Receipt.class,
                SignedReceipt.class,
                Refusal.class,
                QueryAnswer.class
            })
    void describesEveryFieldOfEveryMessage(Class<?> message) {
        List<String> fields = Arrays.stream(message.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        JsonNode schema = document.path("components").path("schemas").path(message.getSimpleName());
        assertThat(schema.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void namesEveryState() {
        List<String> states = Stream.of(ServerState.values())
                .map(state -> WireJson.writeText(state).replace("\"", ""))
                .toList();
        JsonNode listed = document.at("/components/schemas/SubmissionStatus/properties/state/enum");
        assertThat(listed.valueStream().map(JsonNode::asString)).containsExactlyElementsOf(states);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsString("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .isFalse());
    }
}
