// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.deid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialcourier.deid.rules.Spot;
import org.trialcourier.dicom.DataSet;
import org.trialcourier.dicom.DicomFile;
import org.trialcourier.dicom.Dictionary;
import org.trialcourier.dicom.Element;
import org.trialcourier.dicom.Tag;
import org.trialcourier.dicom.Value;
import org.trialcourier.dicom.Vr;

/**
 * Compares an instance before and after de-identification: is all still there that an endpoint is measured with? Dates
 * may move.
 */
public final class UsableAfter {
    /** What an endpoint is measured with. */
    public enum Need {
        /** Standardized uptake values: dose, times, weight. */
        SUV,
        /** b-values and directions. */
        DIFFUSION,
        /** Where the slices lie, and how large a pixel is. */
        GEOMETRY,
        /** Rescale slope and intercept, real world values. */
        SCALE,
        /** Times of slices and phases. */
        TIMING,
        /** What is told once for all frames or for each. */
        FUNCTIONAL_GROUPS,
        /** The pictures themselves. */
        PIXELS
    }

    private static final int SHARED_GROUPS = 0x52009229;
    private static final int GROUPS_OF_FRAMES = 0x52009230;

    private static final String DUMMY_DATE = "19000101";

    private static final Map<Integer, Need> NEEDED = needed();

    private UsableAfter() {}

    /**
     * Something that an endpoint needs and that is gone or changed.
     *
     * @param path where it stood, as in {@link Change#path}
     * @param keyword of the attribute
     * @param need what cannot be measured without it
     * @param rule which rule took it, in words; empty where changes were not listed
     */
    public record Loss(String path, String keyword, Need need, String rule) {}

    /** What was lost; empty where the instance is as good as before. */
    public static List<Loss> compare(DicomFile original, Outcome.Clean clean) {
        boolean pet = original.data().text(Tag.MODALITY).equals("PT");
        List<Loss> losses = new ArrayList<>();
        compare(original.data(), clean.file().data(), null, pet, clean.changes(), losses);
        return losses;
    }

    private static void compare(
            DataSet before,
            @Nullable DataSet after,
            @Nullable Spot spot,
            boolean pet,
            List<Change> changes,
            List<Loss> losses) {
        for (Element old : before) {
            int tag = old.tag();
            if (old.value() instanceof Value.Items items) {
                List<DataSet> made = after == null ? List.of() : after.items(tag);
                boolean groups = tag == SHARED_GROUPS || tag == GROUPS_OF_FRAMES;
                if (groups && made.size() != items.items().size()) {
                    String path = Spot.path(spot, tag);
                    losses.add(new Loss(path, keyword(tag), Need.FUNCTIONAL_GROUPS, rule(path, changes)));
                }
                for (int item = 0; item < items.items().size(); item++) {
                    DataSet kept = item < made.size() ? made.get(item) : null;
                    compare(items.items().get(item), kept, new Spot(spot, tag, item), pet, changes, losses);
                }
            } else if (!old.isEmpty()) {
                Need need = need(before, tag);
                if (need != null && (pet || need != Need.SUV) && !same(before, old, after)) {
                    String path = Spot.path(spot, tag);
                    losses.add(new Loss(path, keyword(tag), need, rule(path, changes)));
                }
            }
        }
    }

    private static boolean same(DataSet before, Element old, @Nullable DataSet after) {
        Element made = after == null ? null : after.get(old.tag());
        if (made == null || made.isEmpty()) {
            return false;
        }
        Vr vr = old.meaning();
        if (vr == Vr.DA || vr == Vr.DT) {
            return after != null && !after.text(old.tag()).startsWith(DUMMY_DATE);
        }
        if (old.tag() == Tag.PIXEL_DATA || old.value() instanceof Value.InFile) {
            return true;
        }
        return after == null || after.texts(made).equals(before.texts(old));
    }

    private static String rule(String path, List<Change> changes) {
        String found = "";
        for (Change change : changes) {
            // A sequence that went takes along what stood in it.
            if (path.equals(change.path()) || path.startsWith(change.path() + '[')) {
                found = change.path().length() >= found.length() ? change.rule() : found;
            }
        }
        return found;
    }

    private static String keyword(int tag) {
        return Dictionary.standard().find(tag).map(Dictionary.Entry::keyword).orElse("Private " + Tag.format(tag));
    }

    private static @Nullable Need need(DataSet data, int tag) {
        if (!Tag.isPrivate(tag)) {
            return NEEDED.get(tag);
        }
        String owner = data.privateCreator(tag).orElse("");
        int element = tag & 0xFFFF00FF;
        boolean siemens = owner.equals("SIEMENS MR HEADER")
                && (element == 0x0019000C || element == 0x0019000E || element == 0x00190027);
        if (owner.equals("SIEMENS MR HEADER") && element == 0x00190029) {
            return Need.TIMING;
        }
        boolean ge = owner.equals("GEMS_PARM_01") && element == 0x00430039;
        boolean philips = owner.equals("Philips Imaging DD 001") && (element == 0x20010003 || element == 0x20010004);
        return siemens || ge || philips ? Need.DIFFUSION : null;
    }

    private static Map<Integer, Need> needed() {
        Map<Integer, Need> needed = new LinkedHashMap<>();
        int[] suv = {
            Tag.PATIENT_WEIGHT,
            0x00181072,
            0x00181074,
            0x00181075,
            0x00541001,
            0x00541102,
            0x00080021,
            0x00080031,
            0x00080022,
            0x00080032,
            0x00181078
        };
        int[] geometry = {
            Tag.IMAGE_POSITION_PATIENT,
            Tag.IMAGE_ORIENTATION_PATIENT,
            0x00280030,
            Tag.SLICE_THICKNESS,
            Tag.SPACING_BETWEEN_SLICES,
            Tag.IMAGER_PIXEL_SPACING,
            Tag.ROWS,
            Tag.COLUMNS
        };
        put(needed, Need.SUV, suv);
        put(needed, Need.DIFFUSION, Tag.DIFFUSION_B_VALUE, 0x00189089, 0x00189602);
        put(needed, Need.GEOMETRY, geometry);
        put(needed, Need.SCALE, 0x00281052, 0x00281053, 0x00281054, 0x00409224, 0x00409225);
        put(needed, Need.TIMING, Tag.TRIGGER_TIME, Tag.TEMPORAL_POSITION_IDENTIFIER, 0x00189074, 0x00209157);
        put(needed, Need.PIXELS, Tag.PIXEL_DATA, Tag.NUMBER_OF_FRAMES, Tag.BITS_ALLOCATED, Tag.SAMPLES_PER_PIXEL);
        return needed;
    }

    private static void put(Map<Integer, Need> needed, Need need, int... tags) {
        for (int tag : tags) {
            needed.put(tag, need);
        }
    }
}
