// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void resultsComeInTheOrderOfTheItems() throws Exception {
        List<Integer> items = IntStream.range(0, 500).boxed().toList();
        List<Integer> results = new ArrayList<>();
        try (Lanes lanes = new Lanes(4)) {
            lanes.inOrder(items.iterator(), item -> item * 2, results::add);
        }
        assertThat(results).isEqualTo(items.stream().map(item -> item * 2).toList());
    }

    @Test
    void worksOnSeveralItemsAtOnce() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (Lanes lanes = new Lanes(2)) {
            lanes.inOrder(
                    List.of(1, 2).iterator(),
                    item -> {
                        both.countDown();
                        both.await();
                        return item;
                    },
                    result -> {});
        }
        assertThat(both.getCount()).isZero();
    }

    @Test
    void theExceptionOfAStepEndsTheWorkAsItIs() {
        try (Lanes lanes = new Lanes(2)) {
            assertThatThrownBy(() -> lanes.inOrder(
                            List.of(1, 2, 3).iterator(),
                            item -> {
                                if (item == 2) {
                                    throw new IOException("disc gone");
                                }
                                return item;
                            },
                            result -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disc gone");
        }
    }
}
