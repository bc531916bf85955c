// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialcourier.audit.AuditEntry;

class StateTest {
    @Test
    void everyStateCanBeReachedFromADraft() {
        Set<State> reached = EnumSet.of(State.DRAFT);
        for (int i = 0; i < State.values().length; i++) {
            Set<State> next = EnumSet.copyOf(reached);
            reached.forEach(state -> next.addAll(state.successors()));
            reached = next;
        }
        assertThat(reached).containsExactlyInAnyOrder(State.values());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotOverCanBeCancelled(State state) {
        boolean over = state == State.RECEIVED || state == State.CANCELLED;
        assertThat(state.successors().contains(State.CANCELLED)).isEqualTo(!over);
    }

    @ParameterizedTest
    @EnumSource
    void whatARunnerMayTakeUpCanBePausedHeldAndLetWait(State state) {
        if (state.isOpen()) {
            assertThat(state.successors()).contains(State.PAUSED, State.HELD, State.CANCELLED);
        }
        if (state.isAtWork()) {
            assertThat(state.successors()).contains(State.WAITING, State.QUEUED);
        }
    }

    @Test
    void onlyTheReceiversVerdictLeadsToReceived() {
        for (State state : State.values()) {
            assertThat(state.successors().contains(State.RECEIVED))
                    .as(state.name())
                    .isEqualTo(state == State.VERIFYING || state == State.QUERY);
        }
    }

    @Test
    void aReceivedOneIsNeverSentAgain() {
        Set<State> after = EnumSet.copyOf(State.RECEIVED.successors());
        assertThat(after).containsExactly(State.QUERY);
    }

    @Test
    void aMoveThatTheTableDoesNotNameCannotBeMade() {
        for (State from : State.values()) {
            for (State to : State.values()) {
                if (!from.successors().contains(to)) {
                    assertThatThrownBy(() -> Move.of(new UUID(0, 1), from, to, AuditEntry.PROGRAM))
                            .isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
    }
}
