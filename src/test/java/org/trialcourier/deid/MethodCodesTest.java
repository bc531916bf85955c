// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.TransferSyntax;

/** The codes of CID 7050 and the mark of the dates, for each option alone and for many combinations. */
class MethodCodesTest {
    private static final long SEED = 7_050;
    private static final int COMBINATIONS = 60;

    /** What this program never does to a picture without pixels: it may not say so. */
    private static final Set<Option> NOT_DONE =
            EnumSet.of(Option.CLEAN_PIXEL_DATA, Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES);

    @TestFactory
    Stream<DynamicTest> theCodesSayWhatWasDone() {
        return combinations()
                .map(options -> DynamicTest.dynamicTest(options.toString(), () -> {
                    DataSet clean = clean(options);
                    List<String> expected =
                            new ArrayList<>(List.of("113100 DCM Basic Application Confidentiality Profile"));
                    for (Option option : options) {
                        if (!NOT_DONE.contains(option)) {
                            expected.add(option.code() + " DCM " + option.meaning());
                        }
                    }
                    assertThat(clean.items(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE).stream()
                                    .map(item -> item.text(Tag.CODE_VALUE)
                                            + ' '
                                            + item.text(Tag.CODING_SCHEME_DESIGNATOR)
                                            + ' '
                                            + item.text(Tag.CODE_MEANING)))
                            .containsExactlyElementsOf(expected);
                    assertThat(clean.texts(Tag.DEIDENTIFICATION_METHOD))
                            .hasSize(1 + expected.size())
                            .allMatch(text -> text.length() <= 64);
                    assertThat(clean.text(0x00280303))
                            .isEqualTo(
                                    options.contains(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES)
                                            ? "MODIFIED"
                                            : options.contains(Option.RETAIN_LONGITUDINAL_FULL_DATES)
                                                    ? "UNMODIFIED"
                                                    : "REMOVED");
                }));
    }

    private static Stream<Set<Option>> combinations() {
        List<Set<Option>> all = new ArrayList<>(List.of(EnumSet.noneOf(Option.class), EnumSet.allOf(Option.class)));
        Arrays.stream(Option.values()).map(EnumSet::of).forEach(all::add);
        Random random = new Random(SEED);
        for (int i = 0; i < COMBINATIONS; i++) {
            List<Option> order = new ArrayList<>(List.of(Option.values()));
            Collections.shuffle(order, random);
            all.add(EnumSet.copyOf(order.subList(0, 2 + random.nextInt(6))));
        }
        return all.stream().distinct();
    }

    private static DataSet clean(Set<Option> options) {
        DicomFile file = DicomFile.of(AdversaryTest.person(), TransferSyntax.EXPLICIT_LITTLE);
        DeidRequest request = Requests.with(options.toArray(Option[]::new));
        Outcome outcome = new Deidentifier(request).apply(file, PatientValues.collect(List.of(file)));
        return ((Outcome.Clean) outcome).file().data();
    }
}
