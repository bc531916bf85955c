// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import static org.trialcourier.check.Scenario.at;
import static org.trialcourier.check.Scenario.w08;

import java.util.List;
import java.util.stream.Stream;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Vr;

/** What a trial asks of the acquisition: thickness, voltage, counts, b-values, contrast phase, inputs of SUVs. */
final class LimitScenarios {
    private static final int CONTRAST_AGENT = 0x00180010;
    private static final String CONTOURS = "1.2.840.10008.5.1.4.1.1.481.3";

    private LimitScenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(
                w08(
                        "too thick in one slice",
                        Made.chest().one(12, image -> image.putText(Tag.SLICE_THICKNESS, "5")),
                        "limit-SliceThickness"),
                w08("exactly the limit", Made.chest().put(Tag.SLICE_THICKNESS, "2.50")),
                w08("too low a voltage", Made.chest().put(Tag.KVP, "80"), "limit-KVP"),
                w08("no voltage said", Made.chest().remove(Tag.KVP), "limit-KVP"),
                w08("too few images", Made.nothing().series(Made.CT, "CT", "1", "thin", 9, 2), Codes.COUNT),
                w08("a good series beside a bad one", goodBesideBad(), "limit-SliceThickness"),
                at("MRI", "diffusion with all b-values", diffusion("0", "50", "800")),
                at("MRI", "diffusion without b 50", diffusion("0", "800", "1000"), "limit-DiffusionBValue"),
                at(
                        "MRI",
                        "diffusion by another sequence",
                        diffusion("0", "50", "800").put(Tag.SCANNING_SEQUENCE, "SE"),
                        "limit-ScanningSequence"),
                at("LIV", "both phases of the contrast", phases()),
                at(
                        "LIV",
                        "only the arterial phase",
                        phases().put(Tag.SERIES_DESCRIPTION, "Arterial"),
                        Codes.MISSING_SERIES),
                at("LIV", "no contrast was given", phases().remove(CONTRAST_AGENT), "limit-ContrastBolusAgent"),
                at(
                        "LIV",
                        "contrast in one phase only",
                        phases().from(20, image -> image.remove(CONTRAST_AGENT)),
                        "limit-ContrastBolusAgent"),
                at(
                        "PLAN",
                        "contours, which hold no pictures",
                        Made.nothing().document(CONTOURS, "RTSTRUCT", "1", "GTV")),
                at("PET", "a good PET", pet()),
                at("PET", "a PET without weight", pet().remove(Tag.PATIENT_WEIGHT), Codes.SUV_INPUTS),
                at(
                        "PET",
                        "a PET without dose",
                        pet().remove(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE),
                        Codes.SUV_INPUTS),
                at(
                        "PET",
                        "a PET without attenuation correction",
                        pet().put(SuvInputs.CORRECTED_IMAGE, "DECY"),
                        Codes.SUV_INPUTS),
                at(
                        "PET",
                        "a PET whose tracer was given after its first image",
                        pet().put(Tag.ACQUISITION_TIME, "090210.5"),
                        Codes.SUV_INPUTS),
                at("PET", "a PET an hour after its tracer", pet().put(Tag.ACQUISITION_TIME, "101500")),
                at("PET", "a PET whose time of images is nonsense", pet().put(Tag.ACQUISITION_TIME, "9:1")),
                at(
                        "PET",
                        "a PET that is computed already",
                        pet().put(Tag.UNITS, "GML").remove(Tag.PATIENT_WEIGHT)));
    }

    static Made goodBesideBad() {
        return Made.chest()
                .series(Made.CT, "CT", "2", "Lung thick", 20, 5)
                .from(20, image -> image.putText(Tag.SLICE_THICKNESS, "5"));
    }

    private static Made phases() {
        return Made.nothing()
                .series(Made.CT, "CT", "1", "Liver arterial", 20, 2)
                .series(Made.CT, "CT", "2", "Liver portal venous", 20, 2)
                .put(CONTRAST_AGENT, "AGENT");
    }

    private static Made diffusion(String... values) {
        return Made.nothing()
                .series(Made.MR, "MR", "1", "DWI", 30, 4)
                .each((i, image) -> {
                    GeometryScenarios.z(image, i % 10 * 4.0);
                    image.putText(Tag.DIFFUSION_B_VALUE, Vr.FD, values[i / 10]);
                })
                .put(Tag.SCANNING_SEQUENCE, "EP");
    }

    private static Made pet() {
        return Made.nothing().series(Made.PET, "PT", "1", "WB", 20, 3).all(image -> {
            image.putText(Tag.UNITS, "BQML");
            image.putText(SuvInputs.CORRECTED_IMAGE, "DECY", "ATTN", "SCAT");
            image.putText(SuvInputs.DECAY_CORRECTION, "START");
            image.putText(Tag.PATIENT_WEIGHT, "71.5");
            DataSet tracer = new DataSet();
            tracer.putText(SuvInputs.START_TIME, "091500");
            tracer.putText(SuvInputs.TOTAL_DOSE, "312000000");
            tracer.putText(SuvInputs.HALF_LIFE, "6586.2");
            image.putItems(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, List.of(tracer));
        });
    }
}
