// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DataSetTest {
    @Test
    void keepsElementsInOrderWhateverTheOrderOfChanges() {
        Random random = new Random(7);
        DataSet data = new DataSet();
        TreeMap<Integer, Integer> model = new TreeMap<>(Integer::compareUnsigned);
        for (int i = 0; i < 5000; i++) {
            int tag = random.nextInt(300) * 0x01000001;
            if (random.nextInt(3) == 0) {
                data.remove(tag);
                model.remove(tag);
            } else {
                data.putBytes(tag, Vr.OB, new byte[] {(byte) i, 0});
                model.put(tag, i);
            }
        }
        List<Integer> tags = new ArrayList<>();
        data.forEach(element -> tags.add(element.tag()));
        assertThat(tags).containsExactlyElementsOf(model.keySet());
        assertThat(data.size()).isEqualTo(model.size());
    }

    @Test
    void readsTextWithoutPaddingAndNumbersOfAnyRepresentation() {
        DataSet data = new DataSet();
        data.putBytes(Tag.PATIENT_ID, Vr.LO, Made.raw(" 12 \0"));
        data.putText(Tag.IMAGE_TYPE, "DERIVED", "", "AXIAL ");
        data.putText(Tag.SLICE_THICKNESS, "1.25");
        data.putText(Tag.INSTANCE_NUMBER, "+12");
        data.putText(Tag.PIXEL_PADDING_VALUE, Vr.SS, "-5");
        data.putText(0x00089459, Vr.FL, "2.5");
        data.putText(Tag.FRAME_INCREMENT_POINTER, "(0018,1063)");
        assertThat(data.text(Tag.PATIENT_ID)).isEqualTo("12");
        assertThat(data.texts(Tag.IMAGE_TYPE)).containsExactly("DERIVED", "", "AXIAL");
        assertThat(data.decimal(Tag.SLICE_THICKNESS)).hasValue(1.25);
        assertThat(data.integer(Tag.SLICE_THICKNESS)).isEmpty();
        assertThat(data.integer(Tag.INSTANCE_NUMBER)).hasValue(12);
        assertThat(data.integer(Tag.PIXEL_PADDING_VALUE)).hasValue(-5);
        assertThat(data.decimal(0x00089459)).hasValue(2.5);
        assertThat(data.text(Tag.FRAME_INCREMENT_POINTER)).isEqualTo("(0018,1063)");
        assertThat(data.text(Tag.ROWS)).isEmpty();
        assertThat(data.integer(Tag.IMAGE_TYPE)).isEmpty();
    }

    @Test
    void anItemInheritsTheCharacterSetAroundItUnlessItHasItsOwn() {
        DataSet data = new DataSet();
        data.putText(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100");
        DataSet heir = new DataSet();
        DataSet own = new DataSet();
        data.putItems(Tag.REQUEST_ATTRIBUTES_SEQUENCE, List.of(heir, own));
        heir.putText(Tag.CODE_MEANING, "Größe");
        own.putText(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        own.putText(Tag.CODE_MEANING, "Größe");
        assertThat(bytes(heir)).hasSize(6);
        assertThat(bytes(own)).hasSize(8);
        assertThat(heir.text(Tag.CODE_MEANING)).isEqualTo("Größe");
        assertThat(own.text(Tag.CODE_MEANING)).isEqualTo("Größe");

        data.charset(DicomCharset.UTF_8);
        assertThat(bytes(heir)).hasSize(8);
        assertThat(own.contains(Tag.SPECIFIC_CHARACTER_SET)).isFalse();
        assertThat(own.text(Tag.CODE_MEANING)).isEqualTo("Größe");
        assertThat(heir.text(Tag.CODE_MEANING)).isEqualTo("Größe");
    }

    @Test
    void aCopyIsIndependentAtEveryDepth() {
        DataSet data = Made.image(1);
        DataSet copy = data.copy();
        copy.items(Tag.REFERENCED_IMAGE_SEQUENCE)
                .getFirst()
                .items(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                .getFirst()
                .putText(Tag.CODE_MEANING, "anders");
        copy.remove(Tag.PATIENT_NAME);
        assertThat(data.text(Tag.PATIENT_NAME)).isEqualTo("Specimen^Fictional");
        assertThat(data.items(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .getFirst()
                        .items(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                        .getFirst()
                        .text(Tag.CODE_MEANING))
                .isEqualTo("Größe");
        assertThat(copy.size()).isEqualTo(data.size() - 1);
    }

    @Test
    void namesTheOwnerOfAPrivateElement() {
        assertThat(Made.image(1).privateCreator(0x00091001)).hasValue("SPECIMEN PRIVATE");
        assertThat(Made.image(1).privateCreator(0x00091101)).isEmpty();
        assertThat(Made.image(1).privateCreator(Tag.PATIENT_NAME)).isEmpty();
    }

    @Test
    void printsNothingOfItsValues() {
        assertThat(Made.image(1).toString()).doesNotContain("Specimen");
        assertThat(PersonName.parse("Specimen^Fictional").toString()).doesNotContain("Specimen");
    }

    private static byte[] bytes(DataSet data) {
        return data.get(Tag.CODE_MEANING) instanceof Element element && element.value() instanceof Value.Bytes value
                ? value.data()
                : new byte[0];
    }
}
